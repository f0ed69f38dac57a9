/** What a proof finds: one promise that was not kept. No breach is the proof. */
export interface Breach {
  /** The attempt's id, or what else it is about. */
  readonly about: string;
  readonly what: string;
}
