/** Picks the storage adapter by the database's address. */
import { AppError } from '../errors.ts';
import type { Storage } from './ports/storage.ts';
import { openSqliteStorage, type StorageLog } from './sqlite/open.ts';

/**
 * Opens the database behind DATABASE_URL, e.g. `sqlite:data/numplus.db`.
 * @throws AppError storage.unavailable; `reason` not-in-this-version for mongodb addresses, unknown-scheme for
 *   others, or one of openSqliteStorage. The address itself is in no error: it may hold a password.
 */
export async function openStorage(databaseUrl: string, options: { log?: StorageLog } = {}): Promise<Storage> {
  const [, scheme = '', rest = ''] = /^([a-z+]+):(.*)$/.exec(databaseUrl) ?? [];
  if (scheme === 'sqlite' && rest !== '') return openSqliteStorage({ file: rest, ...options });
  const planned = scheme === 'mongodb' || scheme === 'mongodb+srv';
  throw new AppError('storage.unavailable', {
    reason: planned ? 'not-in-this-version' : 'unknown-scheme',
    scheme,
  });
}
