/** SQLite leaves copies of rows in unused space when it moves them between pages: a deletion does not reach those. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../scenarios/measurement/random.ts';
import { openDatabase, type SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { rewrite } from '../../server/storage/sqlite/rewrite.ts';
import { scrub } from '../../server/storage/sqlite/scrub.ts';
import { org } from './storage/sample-rows.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-unused-'));
  file = join(folder, 'numplus.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Rows that grow and shrink, of which every other is deleted; returns the ids of these. */
function fillAndDelete(database: SqliteDatabase): string[] {
  database.execute('CREATE TABLE samples (id TEXT PRIMARY KEY, text TEXT) STRICT, WITHOUT ROWID');
  const random = createRandom('unused space');
  const ids = Array.from({ length: 4_000 }, () => `person-${String(random.uniform()).slice(2)}`);
  const put = database.command(
    'INSERT INTO samples VALUES (@id, @text) ON CONFLICT (id) DO UPDATE SET text = excluded.text',
  );
  const remove = database.command('DELETE FROM samples WHERE id = @id');
  const deleted = ids.filter((_, index) => index % 2 === 0);
  database.atomically(() => {
    for (let round = 0; round < 4; round += 1)
      for (const id of ids) put({ id, text: 'x'.repeat(Math.floor(random.uniform() * 900)) });
  });
  database.atomically(() => {
    for (const id of deleted) remove({ id });
  });
  scrub(database);
  return deleted;
}

const tracesOf = (ids: readonly string[]): string[] => {
  const bytes = readFileSync(file);
  return ids.filter((id) => bytes.includes(id));
};

describe('a file with deleted rows', () => {
  it('has no byte of them once it is written anew, and the other rows', () => {
    const database = openDatabase(file);
    database.execute('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON');
    const deleted = fillAndDelete(database);
    // If none are left one day, SQLite has changed and this step is not needed any more.
    expect(tracesOf(deleted).length).toBeGreaterThan(0);
    rewrite(database);
    expect(tracesOf(deleted)).toEqual([]);
    expect(database.getPragma('temp_store')).toBe(2);
    expect(database.getPragma('quick_check(1)')).toBe('ok');
    database.close();
  });

  it('is written anew only if something was erased since', async () => {
    const storage = await openSqliteStorage({ file });
    const database = openDatabase(file);
    const deleted = fillAndDelete(database);
    const isRewritten = (): boolean => tracesOf(deleted).length === 0;
    const order = {
      organisationId: org,
      requestedBy: 'person',
      counts: {},
      subject: null,
      sweepAt: null,
    } as const;
    await storage.erasures.put({ ...order, id: 'withdrawal-1', kind: 'withdrawal', at: 900 });
    await storage.erasures.overwriteUnused(0);
    expect(isRewritten()).toBe(false);
    await storage.erasures.put({ ...order, id: 'erasure-1', kind: 'person', at: 500 });
    await storage.erasures.overwriteUnused(501);
    expect(isRewritten()).toBe(false);
    await storage.erasures.overwriteUnused(500);
    expect(isRewritten()).toBe(true);
    database.close();
    await storage.close();
  });

  it('is written anew after a voiding that a store got late', async () => {
    const storage = await openSqliteStorage({ file });
    const database = openDatabase(file);
    const deleted = fillAndDelete(database);
    const order = { id: 'erasure-1', organisationId: org, kind: 'person', requestedBy: 'person' } as const;
    await storage.erasures.put({ ...order, at: 500, counts: {}, subject: null, sweepAt: null });
    const store = { organisationId: org, destinationId: 'store-1' };
    await storage.voidings.add([
      { ...store, id: 'voiding-1', erasureId: 'erasure-1', bytes: '{}', nextAt: 0 },
    ]);
    await storage.voidings.lease({ ...store, holder: 'worker', now: 1, until: 9_000, limit: 1 });
    const sent = { id: 'voiding-1', state: 'sent', nextAt: 2_000, lastError: '', tried: true } as const;
    await storage.voidings.settle(store.destinationId, 'worker', [sent]);
    await storage.erasures.overwriteUnused(2_001);
    expect(tracesOf(deleted)).not.toEqual([]);
    await storage.erasures.overwriteUnused(2_000);
    expect(tracesOf(deleted)).toEqual([]);
    database.close();
    await storage.close();
  });
});
