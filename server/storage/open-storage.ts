/** Picks the storage adapter by the database's address. */
import { chooseDatabase } from './choose-database.ts';
import type { Storage } from './ports/storage.ts';
import { openSqliteStorage, type StorageLog } from './sqlite/open.ts';

/**
 * Opens the database behind DATABASE_URL, e.g. `sqlite:data/numplus.db` or `mongodb://db.example/numplus`.
 * @throws AppError storage.unavailable; `reason` unknown-scheme, or one of openSqliteStorage or openMongoStorage. The
 *   address itself is in no error: it may hold a password.
 */
export function openStorage(databaseUrl: string, options: { log?: StorageLog } = {}): Promise<Storage> {
  return chooseDatabase(
    databaseUrl,
    (file) => openSqliteStorage({ file, ...options }),
    async () => {
      // Loaded only where it is used: an installation on SQLite needs none of it in memory.
      const { openMongoStorage } = await import('./mongo/open.ts');
      return openMongoStorage({ url: databaseUrl, ...options });
    },
  );
}
