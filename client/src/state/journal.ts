/**
 * The unsent actions of one attempt, sealed with its key: another session on the same browser can neither read nor
 * send them. Keeping is best effort by nature; what is acknowledged by the server alone is safe.
 */
import type { JournalEntry, JournalSeal } from './journal-seal.ts';
import type { JournalStore } from './journal-store.ts';

export class Journal {
  readonly #attemptId: string;
  readonly #seal: JournalSeal | null;
  readonly #store: JournalStore;

  /** @param seal null where the browser cannot seal: then nothing is kept beyond the page. */
  constructor(attemptId: string, seal: JournalSeal | null, store: JournalStore) {
    this.#attemptId = attemptId;
    this.#seal = seal;
    this.#store = store;
  }

  /** Keeps an entry; answers whether it is kept. */
  async put(entry: JournalEntry): Promise<boolean> {
    if (this.#seal === null) return false;
    try {
      await this.#store.put(await this.#seal.seal(entry));
      return true;
    } catch {
      // Full or withdrawn storage: the page holds the entry in memory and sends it all the same.
      return false;
    }
  }

  /** Entries of this attempt that its key opens, by epoch and number. */
  async list(): Promise<JournalEntry[]> {
    if (this.#seal === null) return [];
    const entries: JournalEntry[] = [];
    try {
      for (const row of await this.#store.list(this.#attemptId)) {
        const entry = await this.#seal.unseal(row);
        if (entry !== undefined) entries.push(entry);
      }
    } catch {
      // An unreadable store is an empty one.
    }
    return entries;
  }

  /** Forgets entries up to a place, that place included. */
  async removeUpTo(epoch: number, actionSeq: number): Promise<void> {
    try {
      await this.#store.removeUpTo(this.#attemptId, epoch, actionSeq);
    } catch {
      // What stays is sent once more later, and the server knows it already.
    }
  }
}
