/**
 * Unsent actions of one attempt, sealed from other sessions on this browser. Best effort: only what the
 * server acknowledged is safe.
 */
import type { JournalEntry, JournalSeal } from './journal-seal.ts';
import type { JournalStore } from './journal-store.ts';

export class Journal {
  readonly #attemptId: string;
  readonly #seal: JournalSeal | null;
  readonly #store: JournalStore;

  /** @param seal null if the browser cannot seal: nothing outlives the page */
  constructor(attemptId: string, seal: JournalSeal | null, store: JournalStore) {
    this.#attemptId = attemptId;
    this.#seal = seal;
    this.#store = store;
  }

  async put(entry: JournalEntry): Promise<boolean> {
    if (this.#seal === null) return false;
    try {
      await this.#store.put(await this.#seal.seal(entry));
      return true;
    } catch {
      // Storage is full or withdrawn: the entry is sent from memory.
      return false;
    }
  }

  /** Entries that this key opens, by epoch and number. */
  async list(): Promise<JournalEntry[]> {
    if (this.#seal === null) return [];
    const entries: JournalEntry[] = [];
    try {
      for (const row of await this.#store.list(this.#attemptId)) {
        const entry = await this.#seal.unseal(row);
        if (entry !== undefined) entries.push(entry);
      }
    } catch {
      // Storage that fails while it is read: what was read so far is sent.
    }
    return entries;
  }

  /** Removes entries up to and including this place. */
  async removeUpTo(epoch: number, actionSeq: number): Promise<void> {
    try {
      await this.#store.removeUpTo(this.#attemptId, epoch, actionSeq);
    } catch {
      // What could not be removed is sent again; the server ignores repeats.
    }
  }
}
