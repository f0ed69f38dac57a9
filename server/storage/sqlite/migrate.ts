import { refuse } from '../refuse.ts';
import type { SqliteDatabase } from './database.ts';
import { migrations } from './migrations/list.ts';

/** PRAGMA application_id: « NUM+ » in ASCII. */
const applicationId = 0x4e_55_4d_2b;

/**
 * Each migration is one transaction with its version, for interrupted and concurrent starts.
 * @returns versions before and after
 * @throws AppError storage.unavailable; `reason` newer-version, foreign-database or corrupt; the file is then
 * untouched
 */
export function migrate(database: SqliteDatabase): { from: number; to: number } {
  const from = checkOwner(database);
  for (const { version, sql } of migrations) {
    database.atomically(() => {
      if (readNumber(database, 'user_version') >= version) return;
      database.execute(sql);
      database.execute(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version}`);
    });
  }
  return { from, to: readNumber(database, 'user_version') };
}

/**
 * Returns the file's version, 0 if empty. Only reads.
 * @throws as `migrate`
 */
export function checkOwner(database: SqliteDatabase): number {
  const version = readNumber(database, 'user_version');
  const owner = readNumber(database, 'application_id');
  const known = migrations.at(-1)?.version ?? 0;
  // A file with tables but without our mark is another program's.
  const empty = version === 0 && owner === 0 && readNumber(database, 'schema_version') === 0;
  if (!empty && owner !== applicationId) refuse('foreign-database');
  // Our mark and the version are written together.
  if (!empty && version === 0) refuse('corrupt');
  if (version > known) refuse('newer-version', { found: version, known });
  return version;
}

function readNumber(database: SqliteDatabase, pragma: string): number {
  return Number(database.getPragma(pragma));
}
