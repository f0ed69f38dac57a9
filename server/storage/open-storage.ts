import { chooseDatabase } from './choose-database.ts';
import type { Storage } from './ports/storage.ts';
import { openSqliteStorage, type StorageLog } from './sqlite/open.ts';

/**
 * @param databaseUrl e.g. `sqlite:data/numplus.db` or `mongodb://db.example/numplus`
 * @throws AppError storage.unavailable; `reason` unknown-scheme, or as openSqliteStorage or openMongoStorage.
 * No error contains the address, which may hold a password.
 */
export function openStorage(databaseUrl: string, options: { log?: StorageLog } = {}): Promise<Storage> {
  return chooseDatabase(
    databaseUrl,
    (file) => openSqliteStorage({ file, ...options }),
    async () => {
      // Imported on demand, to save SQLite installations the memory.
      const { openMongoStorage } = await import('./mongo/open.ts');
      return openMongoStorage({ url: databaseUrl, ...options });
    },
  );
}
