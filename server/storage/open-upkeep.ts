/** Opens a database for an operator's commands by its address: as it is, or not at all. */
import { AppError } from '../errors.ts';
import type { Upkeep } from './ports/upkeep.ts';
import { restoreSqliteFile } from './sqlite/copy-file.ts';
import { openSqliteUpkeep } from './sqlite/upkeep.ts';

/**
 * @throws AppError storage.unavailable; `reason` absent where there is no database yet, not-in-this-version where this
 *   kind of database has other ways, else as openStorage
 */
export async function openUpkeep(databaseUrl: string): Promise<Upkeep> {
  return openSqliteUpkeep(fileOfDatabase(databaseUrl));
}

/**
 * Puts a copy that `copyTo` made where no database is.
 * @throws AppError storage.unavailable; `reason` taken where one is there, absent where the copy is not, corrupt …
 */
export async function restoreDatabase(databaseUrl: string, copy: string): Promise<void> {
  await restoreSqliteFile(copy, fileOfDatabase(databaseUrl));
}

/** The file behind `sqlite:<file>`. @throws AppError storage.unavailable */
function fileOfDatabase(databaseUrl: string): string {
  const [, scheme = '', file = ''] = /^([a-z+]+):(.*)$/.exec(databaseUrl) ?? [];
  if (scheme === 'sqlite' && file !== '') return file;
  const reason = scheme.startsWith('mongodb') ? 'not-in-this-version' : 'unknown-scheme';
  throw new AppError('storage.unavailable', { reason, scheme });
}
