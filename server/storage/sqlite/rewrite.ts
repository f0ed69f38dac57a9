import type { SqliteDatabase } from './database.ts';
import { scrub } from './scrub.ts';

/**
 * secure_delete overwrites what is deleted, but not the copies that SQLite leaves in unused space when it moves rows
 * between pages. A file written anew has none.
 * @throws AppError storage.unavailable; `reason` busy or full
 */
export function rewrite(database: SqliteDatabase): void {
  // All rows at once may not fit into memory.
  database.execute('PRAGMA temp_store = FILE');
  try {
    database.execute('VACUUM');
  } finally {
    database.execute('PRAGMA temp_store = MEMORY');
  }
  scrub(database);
}
