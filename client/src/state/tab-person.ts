/**
 * Whose launch came last in this tab. On a shared computer, Back leads to the page of whoever was there before, which
 * would open again with the refresh token of its history entry.
 */

export type MarkStorage = Pick<Storage, 'getItem' | 'setItem'>;

const storageKey = 'numplus.person';

export class TabPerson {
  readonly #storage: MarkStorage | null;

  /** @param storage null if the browser refuses it */
  constructor(storage: MarkStorage | null) {
    this.#storage = storage;
  }

  /** @param mark `personMark` of a launch that has just come */
  arrive(mark: string): void {
    try {
      this.#storage?.setItem(storageKey, mark);
    } catch {
      // Best effort.
    }
  }

  /** True if somebody else's launch came later in this tab. */
  wasReplaced(mark: string): boolean {
    try {
      const last = this.#storage?.getItem(storageKey) ?? null;
      return last !== null && last !== mark;
    } catch {
      return false;
    }
  }
}
