/** Rows that somebody damaged in a SQLite file: doctor, restore and a move find them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { restoreSqliteFile } from '../../server/storage/sqlite/copy-file.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { openSqliteSource } from '../../server/storage/sqlite/transfer.ts';
import { openSqliteUpkeep } from '../../server/storage/sqlite/upkeep.ts';
import { transferKinds } from '../../server/storage/ports/transfer.ts';
import { readRows } from '../../server/storage/row-faults.ts';
import { createAttempt } from './storage/sample-attempts.ts';
import { samplePlatform, sampleRegistration } from './storage/sample-rows.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-odd-rows-'));
  file = join(folder, 'numplus.db');
  const storage = await openSqliteStorage({ file });
  await storage.platforms.insert(samplePlatform());
  await storage.platforms.insertRegistration(sampleRegistration());
  await createAttempt(storage, {}, 3);
  await storage.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function damage(sql: string): void {
  const database = openDatabase(file);
  database.execute(`DROP INDEX IF EXISTS entries_outcomes; DROP INDEX IF EXISTS attempts_idle; ${sql}`);
  database.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

async function listFaults(): Promise<readonly string[]> {
  const upkeep = await openSqliteUpkeep(file);
  try {
    return await upkeep.checkIntegrity();
  } finally {
    await upkeep.close();
  }
}

async function moveAll(): Promise<void> {
  const source = await openSqliteSource(file);
  try {
    for (const kind of transferKinds) {
      const rows = readRows<object>(source.rows[kind]);
      while ((await rows.next()).done !== true);
    }
  } finally {
    await source.close();
  }
}

const odd: readonly (readonly [name: string, sql: string, fault: string])[] = [
  ['progress that is no JSON', "UPDATE attempts SET progress = '{'", 'attempts'],
  ['progress that says nothing', "UPDATE attempts SET progress = '{}'", 'attempts'],
  ['an unknown status', `UPDATE attempts SET progress = json_set(progress, '$.status', 'odd')`, 'attempts'],
  ['an entry that is cut off', 'UPDATE entries SET entry = substr(entry, 1, 40)', 'attempts'],
  ['an unknown family of platform', "UPDATE registrations SET family = 'odd'", 'registrations'],
  ['a boolean that is neither 0 nor 1', 'UPDATE registrations SET active = 7', 'registrations'],
  ['origins that are no list', `UPDATE platforms SET origins = '{"a":1}'`, 'platforms'],
];

describe('a SQLite file with an odd row', () => {
  it.each(odd)('is reported by doctor when it has %s', async (_name, sql, fault) => {
    damage(sql);
    expect(await listFaults()).toEqual([fault]);
  });

  it.each(odd)('is not restored when it has %s', async (_name, sql, fault) => {
    damage(sql);
    await expect(restoreSqliteFile(file, join(folder, 'restored.db'))).rejects.toMatchObject({
      code: 'storage.unavailable',
      params: { reason: 'unreadable-row', fault },
    });
  });

  it.each(odd)('is not moved when it has %s', async (_name, sql) => {
    damage(sql);
    await expect(moveAll()).rejects.toMatchObject({ params: { reason: 'unreadable-row' } });
  });
});

it('reports a gap in a log', async () => {
  damage('DELETE FROM entries');
  expect(await listFaults()).toEqual(['attempts attempt-1: 1']);
});

it('reports nothing about a file in order', async () => {
  expect(await listFaults()).toEqual([]);
  await moveAll();
});
