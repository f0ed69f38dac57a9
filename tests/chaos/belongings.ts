/** What a run has started and must not leave behind, however it ends. */

/** @param keepFiles for whoever must find out what went wrong */
type End = (keepFiles: boolean) => Promise<void> | void;

export class Belongings {
  readonly #ends: End[] = [];
  #ending: Promise<void> | null = null;

  /** Called before the thing exists, so that a run that is stopped during its start ends it too. */
  add(end: End): void {
    this.#ends.push(end);
  }

  /**
   * Ends everything once, the last first; if one cannot be ended, the others still are. Later calls wait for the same
   * end.
   * @throws Error of the first that could not be ended
   */
  end(keepFiles: boolean): Promise<void> {
    this.#ending ??= this.#endAll(keepFiles);
    return this.#ending;
  }

  async #endAll(keepFiles: boolean): Promise<void> {
    const errors: unknown[] = [];
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      try {
        await end(keepFiles);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
