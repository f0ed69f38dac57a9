/**
 * Rows that each batch of a learner's actions asks for, kept in memory until anybody writes: who plays, by which keys, and where
 * the attempt stands. Nothing is kept by time.
 */
import { LRUCache } from 'lru-cache';
import type { SqliteDatabase } from './database.ts';

/** Of each kind; those asked for longest ago go first. Twice as many as the open attempts that memory is measured with. */
const maxKept = 2_000;

export interface KeptRows<Row> {
  /** The row of this key; read where none is kept. Callers share it and change nothing in it. */
  find(key: string, read: () => Row | undefined): Row | undefined;
  /**
   * Takes a row out; for quiet work that changes it, while it does. Once that is durable, the answer puts the row back as it is then,
   * unless anything else was written meanwhile. Only for work that nobody can build on before it is told as done: of two changes of
   * one row in a group, the first would be put back.
   */
  take(key: string): (change: (row: Row) => Row) => void;
}

export function createKeptRows<Row extends object>({
  version,
  heard,
}: Pick<SqliteDatabase, 'version' | 'heard'>): KeptRows<Row> {
  const rows = new LRUCache<string, Row>({ max: maxKept });
  let keptAt = version();
  const forgetOld = (): void => {
    const now = version();
    if (now !== keptAt) rows.clear();
    keptAt = now;
  };
  return {
    find(key, read) {
      forgetOld();
      const kept = rows.get(key);
      if (kept !== undefined) return kept;
      const row = read();
      if (row !== undefined) rows.set(key, row);
      return row;
    },
    // Asks for nobody: that could fail, and the work that is under way would with it. The next who looks for a row asks.
    take(key) {
      const row = rows.get(key);
      rows.delete(key);
      const takenAt = keptAt;
      return (change) => {
        if (row !== undefined && heard() === takenAt) rows.set(key, change(row));
      };
    },
  };
}
