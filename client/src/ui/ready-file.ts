export interface ReadyFile {
  readonly url: string;
  readonly name: string;
}
