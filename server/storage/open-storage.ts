/** Picks the storage adapter by the database's address. */
import { AppError } from '../errors.ts';
import type { Storage } from './ports/storage.ts';
import { openSqliteStorage, type StorageLog } from './sqlite/open.ts';

/**
 * Opens the database behind DATABASE_URL, e.g. `sqlite:data/numplus.db` or `mongodb://db.example/numplus`.
 * @throws AppError storage.unavailable; `reason` unknown-scheme, or one of openSqliteStorage or openMongoStorage. The
 *   address itself is in no error: it may hold a password.
 */
export async function openStorage(databaseUrl: string, options: { log?: StorageLog } = {}): Promise<Storage> {
  const [, scheme = '', rest = ''] = /^([a-z+]+):(.*)$/.exec(databaseUrl) ?? [];
  if (scheme === 'sqlite' && rest !== '') return openSqliteStorage({ file: rest, ...options });
  if (scheme === 'mongodb' || scheme === 'mongodb+srv') {
    // Loaded only where it is used: an installation on SQLite needs none of it in memory.
    const { openMongoStorage } = await import('./mongo/open.ts');
    return openMongoStorage({ url: databaseUrl, ...options });
  }
  throw new AppError('storage.unavailable', { reason: 'unknown-scheme', scheme });
}
