export interface ReadyFile {
  /** An object URL. */
  readonly url: string;
  readonly name: string;
}
