/**
 * Rows that each batch of a learner's actions asks for, kept in memory until anybody writes: who plays, by which keys, and where
 * the attempt stands. Nothing is kept by time: a row is as it would be read now, or it is read.
 */
import { LRUCache } from 'lru-cache';
import type { SqliteDatabase } from './database.ts';

/** Of each kind; those asked for longest ago go first. A province's classroom hour has fewer people on one process. */
const maxKept = 2_000;

export interface KeptRows<Row> {
  /** The row of this key; read where none is kept. Callers share it and change nothing in it. */
  find(key: string, read: () => Row | undefined): Row | undefined;
  /**
   * For quiet work that changes a row: once that is durable, the answer puts the row as it is then in place of the one that is kept
   * now, unless anything else was written meanwhile.
   */
  follow(key: string): (change: (row: Row) => Row) => void;
}

export function createKeptRows<Row extends object>({
  version,
}: Pick<SqliteDatabase, 'version'>): KeptRows<Row> {
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
    follow(key) {
      forgetOld();
      const since = keptAt;
      const row = rows.get(key);
      return (change) => {
        if (row !== undefined && version() === since) rows.set(key, change(row));
      };
    },
  };
}
