/** A SQLite file of version 8, whose statements and log entries are copied: it comes out the same, or stays what it was. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { listFaults } from '../../server/storage/sqlite/file-state.ts';
import { migrations } from '../../server/storage/sqlite/migrations/list.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { wholeBytes } from '../../server/storage/sqlite/statement-rows.ts';
import { listPlans } from './storage/query-plans.ts';
import {
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleStatement,
} from './storage/sample-attempts.ts';
import { org } from './storage/sample-rows.ts';

const newest = migrations.at(-1)?.version ?? 0;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-upgrade-'));
  file = join(folder, 'numplus.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Opens the file for one piece of work. */
async function within<Result>(work: (database: SqliteDatabase) => Result | Promise<Result>): Promise<Result> {
  const database = openDatabase(file);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/**
 * Three attempts at version 8, deliveries of every state, and no trace of the last attempt but the count of positions. The
 * adapter writes them as today's file, from which they are copied: it knows no tables but today's.
 */
async function writeVersion8(): Promise<void> {
  const today = join(folder, 'today.db');
  await writeToday(today);
  await within((database) => {
    database.execute('PRAGMA journal_mode = WAL');
    for (const { version, sql } of migrations.slice(0, 8)) {
      database.execute(`${sql}; PRAGMA application_id = 1314213163; PRAGMA user_version = ${version}`);
    }
    const tables = database.query(textRow, tableNames).list({});
    const columns = database.query(textRow, 'SELECT name AS text FROM pragma_table_info(@table)');
    database.execute(`ATTACH '${today}' AS today`);
    for (const { text: table } of tables) {
      const names = columns.list({ table }).map(({ text }) => text);
      const values = names.map((name) => (table === 'statements' && name === 'bytes' ? wholeBytes : name));
      database.execute(
        `INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM today.${table} s`,
      );
    }
    database.execute("DETACH today; DELETE FROM attempts WHERE id = 'attempt-3'");
  });
}

async function writeToday(path: string): Promise<void> {
  const storage = await openSqliteStorage({ file: path });
  const { attempts, deliveries, destinations } = storage;
  await destinations.put(sampleDestination());
  for (const number of [1, 2, 3]) {
    const attempt = sampleAttempt({ id: `attempt-${number}`, number });
    await attempts.create(attempt, sampleAppend(attempt, 0, 100, { receipt: `signed ${number}` }));
  }
  await deliveries.enqueueNew(sampleDestination(), 250);
  const place = { organisationId: org, destinationId: 'destination-1', holder: 'worker-1' };
  const bounds = { now: 1, until: 9, limit: 200, maxBytes: 1_000_000 };
  await deliveries.lease({ ...place, ...bounds, purpose: 'operational' });
  const ref = (logSeq: number) => refOf(sampleStatement(sampleAttempt(), logSeq));
  const outcome = { nextAt: 7, lastError: '400 é', tried: true };
  await deliveries.settle(org, 'destination-1', 'worker-1', [
    { ...ref(1), ...outcome, state: 'sent' },
    { ...ref(2), ...outcome, state: 'pending' },
    { ...ref(3), ...outcome, state: 'dead' },
    { ...ref(4), ...outcome, state: 'dead' },
  ]);
  await deliveries.discard(org, 'destination-1', [ref(4)]);
  await storage.close();
}

const row = z.record(z.string(), z.unknown());
const textRow = z.object({ text: z.string() });
const numberRow = z.object({ number: z.number() });
const tableNames = "SELECT name AS text FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

type Rows = Record<string, Record<string, unknown>[]>;

/** Every row of every table. */
function readRows(): Promise<Rows> {
  return within((database) => {
    const names = database.query(textRow, tableNames);
    return Object.fromEntries(
      names.list({}).map(({ text }) => [text, database.query(row, `SELECT * FROM ${text}`).list({})]),
    );
  });
}

/** How rows of version 8 stand in today's tables: statements whole, none with a frame. */
function asToday({ statements = [], ...rows }: Rows): Rows {
  const whole = statements.map(({ bytes, ...own }) => ({ ...own, head: bytes, frame: null, tail: '' }));
  return {
    ...rows,
    statements: whole,
    frames: [],
    groupMemberships: [],
    groupSettings: [],
    comfort: [],
    consents: [],
    backgrounds: [],
    erasures: [],
    voidings: [],
    studyTexts: [],
    studyPlaces: [],
  };
}

/** Columns, foreign keys and named indexes of all tables. */
function readShape(): Promise<string[]> {
  return within((database) =>
    database
      .query(
        textRow,
        `SELECT t.name || format(' %s %s.%s %s', f."table", f."from", f."to", f.on_delete) AS text
           FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table'
         UNION ALL SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
         UNION ALL SELECT format('%s %s %s %d %d', t.name, c.name, c.type, c."notnull", c.pk)
           FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'
         ORDER BY text`,
      )
      .list({})
      .map(({ text }) => text),
  );
}

function readVersion(): Promise<unknown> {
  return within((database) => database.getPragma('user_version'));
}

/** Opens the file as the tool does, and appends one statement; answers its position. */
async function appendOne(): Promise<number> {
  const storage = await openSqliteStorage({ file });
  const attempt = sampleAttempt({ id: 'late', number: 9 });
  await storage.attempts.create(attempt, sampleAppend(attempt, 0, 1));
  await storage.close();
  return within(
    (database) =>
      database.query(numberRow, "SELECT position AS number FROM statements WHERE attemptId = 'late'").get({})
        .number,
  );
}

describe('a SQLite file of version 8', () => {
  it('is migrated with every row, key and index, without a fault', async () => {
    await writeVersion8();
    const rows = await readRows();
    expect(new Set(rows.deliveries?.map(({ state }) => state))).toEqual(
      new Set(['sent', 'pending', 'dead', 'discarded']),
    );
    const lines: unknown[] = [];
    const log = { info: (details: object): void => void lines.push(details) };
    await (await openSqliteStorage({ file, log })).close();
    expect(lines).toEqual([{ from: 8, to: newest }]);
    expect(await readRows()).toEqual(asToday(rows));
    expect(await within(listFaults)).toEqual([]);
  });

  it('then has the schema and the query plans of a new file', async () => {
    const look = async (): Promise<unknown> => [await readShape(), await within(listPlans)];
    await writeVersion8();
    await (await openSqliteStorage({ file })).close();
    const upgraded = await look();
    file = join(folder, 'new.db');
    await (await openSqliteStorage({ file })).close();
    expect(upgraded).toEqual(await look());
  });

  it('still deletes deliveries with their attempt, and no others', async () => {
    await writeVersion8();
    await (await openSqliteStorage({ file })).close();
    const left = await within((database) => {
      database.execute("DELETE FROM attempts WHERE id = 'attempt-1'");
      return database.query(numberRow, 'SELECT count(*) AS number FROM deliveries').get({}).number;
    });
    expect(left).toBe(100);
  });

  it.each([
    ['whose last statements were deleted', '', 301],
    ['whose statements were all deleted', 'DELETE FROM attempts', 301],
    ['that was moved here, and never counted', 'UPDATE sqlite_sequence SET seq = 0', 201],
    ['that never had one', 'DELETE FROM attempts; DELETE FROM sqlite_sequence', 1],
  ])('%s gives no position twice', async (_name, change, next) => {
    await writeVersion8();
    await within((database) => {
      database.execute(change);
    });
    expect(await appendOne()).toBe(next);
  });

  it('does not leave a large write-ahead log behind', async () => {
    await writeVersion8();
    const storage = await openSqliteStorage({ file });
    expect(statSync(`${file}-wal`).size).toBe(0);
    await storage.close();
  });

  // Migration 9 has 13 steps and the two that write the version.
  it.each([
    ['while statements are copied', 3, 8],
    ['once the old ones are gone', 7, 8],
    ['before version 9 is written', 13, 8],
    ['while log entries are copied', 21, 9],
    ['before version 10 is written', 24, 9],
  ])(
    'has one complete version when the process is killed %s, and migrates the next time',
    async (_name, steps, version) => {
      await writeVersion8();
      const rows = await readRows();
      const script = fileURLToPath(new URL('storage/upgrading-process.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', script, file, String(steps)], {
        stdio: 'inherit',
      });
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      // What was half done had come to the disk.
      expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
      expect([await readVersion(), await readRows(), await within(listFaults)]).toEqual([version, rows, []]);
      await (await openSqliteStorage({ file })).close();
      expect([await readVersion(), await readRows(), await within(listFaults)]).toEqual([
        newest,
        asToday(rows),
        [],
      ]);
    },
  );
});
