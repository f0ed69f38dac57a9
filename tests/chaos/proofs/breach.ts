/** A finding of a proof: one promise that was broken. */
export interface Breach {
  /** The attempt's id, or what else it is about. */
  readonly about: string;
  readonly what: string;
}
