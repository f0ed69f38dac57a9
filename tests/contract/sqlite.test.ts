import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageContract } from './storage.contract.ts';

storageContract('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-storage-'));
  return Promise.resolve({
    url: `sqlite:${join(folder, 'numplus.db')}`,
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});
