/** The attempt whose result counts: the newest one that meets the form's minimum and was not set aside. */
export interface CountingView {
  readonly number: number;
  /** Why no later one counts. `later-…` tells about the latest attempt. */
  readonly because: 'newest' | 'later-open' | 'later-too-few' | 'later-set-aside' | 'later-held';
}
