import type { SqliteDatabase } from './database.ts';

/** The write-ahead log keeps deleted rows until it is emptied. While somebody reads, a later pass empties it. */
export function scrub(database: SqliteDatabase): void {
  const patience = database.getPragma('busy_timeout');
  database.getPragma('busy_timeout = 0');
  try {
    database.getPragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.getPragma(`busy_timeout = ${Number(patience)}`);
  }
}
