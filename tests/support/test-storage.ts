/** A SQLite file that is deleted after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';

export async function openTestStorage(): Promise<{ storage: Storage; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-test-'));
  const storage = await openSqliteStorage({ file: join(folder, 'test.db') });
  return {
    storage,
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}
