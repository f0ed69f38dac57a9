/** A file that a page made or fetched, ready to save. */
export interface ReadyFile {
  /** An address inside this page. */
  readonly url: string;
  readonly name: string;
}
