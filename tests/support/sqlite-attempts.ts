/** Attempts in a new SQLite file, with the database for a look at its rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttemptsPort } from '../../server/storage/ports/attempts.ts';
import { createAttempts } from '../../server/storage/sqlite/attempts.ts';
import { openDatabase, type SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { migrate } from '../../server/storage/sqlite/migrate.ts';

export interface SqliteAttempts {
  readonly database: SqliteDatabase;
  readonly attempts: AttemptsPort;
  close(): void;
}

export function openSqliteAttempts(): SqliteAttempts {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-attempts-'));
  const database = openDatabase(join(folder, 'numplus.db'));
  migrate(database);
  return {
    database,
    attempts: createAttempts(database),
    close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
