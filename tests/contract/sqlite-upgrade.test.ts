/** A SQLite file of version 8, whose statements are copied: it comes out the same, or stays what it was. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAttempts } from '../../server/storage/sqlite/attempts.ts';
import { openDatabase, type SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { createDeliveries } from '../../server/storage/sqlite/deliveries.ts';
import { createDestinations } from '../../server/storage/sqlite/destinations.ts';
import { listFaults } from '../../server/storage/sqlite/file-state.ts';
import { migrate } from '../../server/storage/sqlite/migrate.ts';
import { migrations } from '../../server/storage/sqlite/migrations/list.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { listPlans } from './storage/query-plans.ts';
import {
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleStatement,
} from './storage/sample-attempts.ts';
import { org } from './storage/sample-rows.ts';

const newest = migrations.length;
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

/** Three attempts at version 8, deliveries of every state, and no trace of the last attempt but the count of positions. */
function writeVersion8(): Promise<void> {
  return within(async (database) => {
    database.execute('PRAGMA journal_mode = WAL');
    for (const { version, sql } of migrations.slice(0, 8)) {
      database.execute(`${sql}; PRAGMA application_id = 1314213163; PRAGMA user_version = ${version}`);
    }
    // The adapter's own, which these tables carry too.
    const [attempts, deliveries] = [createAttempts(database), createDeliveries(database)];
    await createDestinations(database).put(sampleDestination());
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
    database.execute("DELETE FROM attempts WHERE id = 'attempt-3'");
  });
}

const row = z.record(z.string(), z.unknown());
const textRow = z.object({ text: z.string() });
const numberRow = z.object({ number: z.number() });

/** Every row of every table. */
function readRows(): Promise<Record<string, unknown>> {
  return within((database) => {
    const names = database.query(
      textRow,
      "SELECT name AS text FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    return Object.fromEntries(
      names.list({}).map(({ text }) => [text, database.query(row, `SELECT * FROM ${text}`).list({})]),
    );
  });
}

/** Columns, foreign keys and named indexes of the tables that are copied. */
function readShape(): Promise<string[]> {
  return within((database) =>
    database
      .query(
        textRow,
        `SELECT "table" || format(' %s.%s %s', "from", "to", on_delete) AS text FROM pragma_foreign_key_list('deliveries')
         UNION ALL SELECT "table" || format(' %s.%s %s', "from", "to", on_delete) FROM pragma_foreign_key_list('statements')
         UNION ALL SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
         UNION ALL SELECT format('%s %s %s %d %d', t.name, c.name, c.type, c."notnull", c.pk)
           FROM (SELECT 'statements' AS name UNION ALL SELECT 'deliveries') AS t JOIN pragma_table_info(t.name) AS c
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
  it('is brought to this version with every row, key and index, and nothing wrong', async () => {
    await writeVersion8();
    const [rows, shape] = [await readRows(), await readShape()];
    const states = z.array(z.looseObject({ state: z.string() })).parse(rows.deliveries);
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(['sent', 'pending', 'dead', 'discarded']),
    );
    const lines: unknown[] = [];
    const log = { info: (details: object): void => void lines.push(details) };
    await (await openSqliteStorage({ file, log })).close();
    expect(lines).toEqual([{ from: 8, to: newest }]);
    expect(await readRows()).toEqual(rows);
    expect(await readShape()).toEqual(shape);
    expect(await within(listFaults)).toEqual([]);
  });

  it('is asked in the same way as a new file', async () => {
    await writeVersion8();
    const upgraded = await within((database) => {
      migrate(database);
      return listPlans(database);
    });
    file = join(folder, 'new.db');
    const made = await within((database) => {
      migrate(database);
      return listPlans(database);
    });
    expect(upgraded).toEqual(made);
  });

  it('loses deliveries with their attempt afterwards too, and no others', async () => {
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

  it('keeps no room for the copy in its log', async () => {
    await writeVersion8();
    const storage = await openSqliteStorage({ file });
    expect(statSync(`${file}-wal`).size).toBe(0);
    await storage.close();
  });

  it.each([
    ['while statements are copied', 3],
    ['once the old ones are gone', 7],
    ['before the version is written', 13],
  ])(
    'is of version 8 still where the process is killed %s, and comes through the next time',
    async (_name, steps) => {
      await writeVersion8();
      const rows = await readRows();
      const script = fileURLToPath(new URL('storage/upgrading-process.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', script, file, String(steps)], {
        stdio: 'inherit',
      });
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      // What was half done had come to the disk.
      expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
      expect([await readVersion(), await readRows(), await within(listFaults)]).toEqual([8, rows, []]);
      await (await openSqliteStorage({ file })).close();
      expect([await readVersion(), await readRows(), await within(listFaults)]).toEqual([newest, rows, []]);
    },
  );
});
