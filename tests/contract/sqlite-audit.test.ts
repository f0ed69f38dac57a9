/** The audit record of a SQLite file cannot be shortened without a trace. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditRow } from '../../server/storage/ports/audit.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { org } from './storage/sample-rows.ts';

let folder: string;
let storage: Storage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-audit-'));
  storage = await openSqliteStorage({ file: join(folder, 'numplus.db') });
  for (const at of [10, 20]) await append({ id: `at-${at}`, at });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

function append(change: Partial<AuditRow>): Promise<void> {
  const row = { id: '', organisationId: org, at: 0, actor: 'worker', subject: `organisation:${org}` };
  return storage.audit.append({ ...row, action: 'sheet.opened', details: {}, ...change });
}

async function listIds(): Promise<string[]> {
  return (await storage.audit.list(org, { limit: 9 })).map(({ id }) => id);
}

describe('the audit record in SQLite', () => {
  it('keeps every row if no later row says that it was purged', async () => {
    await expect(storage.audit.deleteBefore(org, 15, 9)).rejects.toThrow();
    expect(await listIds()).toEqual(['at-10', 'at-20']);
  });

  it('keeps rows that are younger than the purge that a row tells', async () => {
    await append({ id: 'purge', at: 30, action: 'audit.purged', details: { before: 15, rows: 1 } });
    await expect(storage.audit.deleteBefore(org, 25, 9)).rejects.toThrow();
    expect(await listIds()).toEqual(['at-10', 'at-20', 'purge']);
    expect(await storage.audit.deleteBefore(org, 15, 9)).toBe(1);
    expect(await listIds()).toEqual(['at-20', 'purge']);
  });

  it('keeps rows of which only another organisation tells a purge', async () => {
    const purge = { id: 'purge', at: 30, action: 'audit.purged', details: { before: 15, rows: 1 } };
    await append({ ...purge, organisationId: 'somebody else' });
    await expect(storage.audit.deleteBefore(org, 15, 9)).rejects.toThrow();
  });
});
