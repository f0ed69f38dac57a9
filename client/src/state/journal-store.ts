/** Stores sealed entries in the browser's database, or else in the tab. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { atMost, type Timers } from '../api/timers.ts';
import type { SealedEntry } from './journal-seal.ts';
import type { TabMemory } from './tab-memory.ts';

export interface JournalStore {
  put(row: SealedEntry): Promise<void>;
  /** Sorted by epoch and number. */
  list(attemptId: string): Promise<SealedEntry[]>;
  /** Removes entries up to and including this place. */
  removeUpTo(attemptId: string, epoch: number, actionSeq: number): Promise<void>;
}

interface Schema extends DBSchema {
  journal: { key: [string, number, number]; value: SealedEntry };
}

const openTimeoutMs = 3000;

/** Falls back to the tab if the database throws, is refused or times out. */
export async function openJournalStore(tab: TabMemory, timers: Timers): Promise<JournalStore> {
  try {
    return new DatabaseStore(await openDatabase(timers));
  } catch {
    return new TabStore(tab);
  }
}

async function openDatabase(timers: Timers): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>('numplus', 1, {
    upgrade(database) {
      database.createObjectStore('journal', { keyPath: ['attemptId', 'epoch', 'actionSeq'] });
    },
  });
  if (await atMost(timers, openTimeoutMs, opening)) return opening;
  throw new Error('journal.slow');
}

class DatabaseStore implements JournalStore {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async put(row: SealedEntry): Promise<void> {
    await this.#database.put('journal', row);
  }

  list(attemptId: string): Promise<SealedEntry[]> {
    return this.#database.getAll(
      'journal',
      IDBKeyRange.bound([attemptId, 0, 0], [attemptId, Infinity, Infinity]),
    );
  }

  async removeUpTo(attemptId: string, epoch: number, actionSeq: number): Promise<void> {
    const range = IDBKeyRange.bound([attemptId, 0, 0], [attemptId, epoch, actionSeq]);
    await this.#database.delete('journal', range);
  }
}

/** history.state is small; further entries stay in memory until sent. */
const longestTabJournal = 400;

export class TabStore implements JournalStore {
  readonly #tab: TabMemory;
  #rows: readonly SealedEntry[];

  constructor(tab: TabMemory) {
    this.#tab = tab;
    this.#rows = tab.read().journal;
  }

  put(row: SealedEntry): Promise<void> {
    const others = this.#rows.filter((other) => !isSamePlace(other, row));
    return this.#keep([...others, row]);
  }

  list(attemptId: string): Promise<SealedEntry[]> {
    const own = this.#rows.filter((row) => row.attemptId === attemptId);
    return Promise.resolve(own.sort((a, b) => a.epoch - b.epoch || a.actionSeq - b.actionSeq));
  }

  removeUpTo(attemptId: string, epoch: number, actionSeq: number): Promise<void> {
    const isGone = (row: SealedEntry): boolean =>
      row.attemptId === attemptId &&
      (row.epoch < epoch || (row.epoch === epoch && row.actionSeq <= actionSeq));
    return this.#keep(this.#rows.filter((row) => !isGone(row)));
  }

  #keep(rows: readonly SealedEntry[]): Promise<void> {
    if (rows.length === this.#rows.length && rows.every((row, index) => row === this.#rows[index])) {
      return Promise.resolve();
    }
    this.#rows = rows;
    try {
      this.#tab.write({ journal: rows.slice(0, longestTabJournal) });
      return Promise.resolve();
    } catch (error) {
      // Browsers limit how often a page may write its history state; memory still has the rows.
      return Promise.reject(error instanceof Error ? error : new Error('journal.refused'));
    }
  }
}

function isSamePlace(a: SealedEntry, b: SealedEntry): boolean {
  return a.attemptId === b.attemptId && a.epoch === b.epoch && a.actionSeq === b.actionSeq;
}
