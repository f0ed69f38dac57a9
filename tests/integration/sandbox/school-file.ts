/** A school made once: each test starts from a copy of its file, which spares it the making of keys. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLms } from '../../../sandbox/lms/start-lms.ts';

export interface SchoolFile {
  /** Path of a fresh copy; the one before is overwritten. */
  renew(): string;
  remove(): void;
}

export async function createSchoolFile(): Promise<SchoolFile> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-lms-'));
  const template = join(folder, 'template.json');
  const copy = join(folder, 'school.json');
  await (await startLms({ host: '127.0.0.1', port: 0, dataFile: template })).close();
  return {
    renew() {
      copyFileSync(template, copy);
      return copy;
    },
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}
