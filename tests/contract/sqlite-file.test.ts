import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../server/storage/open-storage.ts';
import { restoreSqliteFile } from '../../server/storage/sqlite/copy-file.ts';
import { openDatabase } from '../../server/storage/sqlite/database.ts';
import { initial } from '../../server/storage/sqlite/migrations/001-initial.ts';
import { migrations } from '../../server/storage/sqlite/migrations/list.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { openSqliteCopy, openSqliteSource } from '../../server/storage/sqlite/transfer.ts';
import { openSqliteUpkeep } from '../../server/storage/sqlite/upkeep.ts';
import {
  asNew,
  createAttempt,
  sampleAppend,
  sampleAttempt,
  sampleStatement,
} from './storage/sample-attempts.ts';
import { org } from './storage/sample-rows.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-file-'));
  file = join(folder, 'data', 'numplus.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const unavailable = (params: object): object => ({ code: 'storage.unavailable', params });

/** Writes a whole database, and closes it so that all is in the one file. */
async function createFile(): Promise<void> {
  const storage = await openSqliteStorage({ file });
  await createAttempt(storage, {}, 300);
  await storage.close();
}

function executeIn(path: string, sql: string): void {
  const database = openDatabase(path);
  database.execute(sql);
  database.close();
}

/** What opening says in a process that may be another user: root reads and writes everything. */
async function openAsUser(path: string): Promise<string> {
  const script = fileURLToPath(new URL('storage/opening-process.ts', import.meta.url));
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, ['--import', 'tsx', script, `sqlite:${path}`], {
    ...nobody,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return output.trim();
}

const newest = migrations.at(-1)?.version ?? 0;

describe('a SQLite file', () => {
  it('reads an attempt as not measured if it is older than measures', async () => {
    await createFile();
    executeIn(
      file,
      `UPDATE attempts SET progress = json_remove(progress, '$.measure', '$.adaptations', '$.helperOffer')`,
    );
    const storage = await openSqliteStorage({ file });
    const found = await storage.attempts.find(org, 'attempt-1');
    expect(found?.progress).toMatchObject({ measure: null, adaptations: [], helperOffer: null });
    await storage.close();
  });

  it('is created, with its folder and companion files, for its owner only', async () => {
    const storage = await openSqliteStorage({ file });
    await createAttempt(storage);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    await storage.close();
  });

  it('is migrated once, which is logged', async () => {
    const lines: unknown[] = [];
    const log = { info: (details: object, message: string): void => void lines.push([message, details]) };
    await (await openSqliteStorage({ file, log })).close();
    await (await openSqliteStorage({ file, log })).close();
    expect(lines).toEqual([['storage.migrated', { from: 0, to: newest }]]);
  });

  it('of version 1 keeps its rows when migrated, and its record store counts as one of the settings', async () => {
    mkdirSync(join(folder, 'data'));
    executeIn(
      file,
      `${initial}; PRAGMA application_id = 1314213163; PRAGMA user_version = 1;
       INSERT INTO destinations VALUES ('d', 'o', 's', 'https://lrs.example/xapi', 'sealed', 'operational', 3,
         '1.0.3', 'active', '', 0, 0, 1)`,
    );
    const storage = await openSqliteStorage({ file });
    const kept = {
      id: 'd',
      endpoint: 'https://lrs.example/xapi',
      origin: 'settings',
      batchCount: 50,
      lanes: 1,
    };
    expect(await storage.destinations.list({ limit: 2 })).toMatchObject([kept]);
    await storage.close();
  });

  it('uses a write-ahead log', async () => {
    await createFile();
    const database = openDatabase(file);
    expect(database.getPragma('journal_mode')).toBe('wal');
    database.close();
  });

  it('stores concurrent appends, and only the invalid one fails', async () => {
    const storage = await openSqliteStorage({ file });
    const all = [];
    for (let number = 1; number <= 6; number += 1) {
      all.push(await createAttempt(storage, { id: `attempt-${number}`, number }));
    }
    const outcomes = await Promise.allSettled(
      all.map((attempt, index) => {
        const batch = sampleAppend(attempt, 1, 2);
        if (index !== 2) return storage.attempts.append(batch);
        // One brings a statement twice.
        const statement = asNew(sampleStatement(attempt, 2));
        return storage.attempts.append({ ...batch, statements: [statement, statement] });
      }),
    );
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(outcomes[2]).toMatchObject({ reason: { code: 'storage.duplicate' } });
    for (const [index, { id }] of all.entries()) {
      const entries = await storage.attempts.listEntries(org, id, { fromSeq: 1, limit: 10 });
      expect(entries).toHaveLength(index === 2 ? 1 : 3);
      expect((await storage.attempts.find(org, id))?.progress.head).toBe(index === 2 ? 1 : 3);
    }
    await storage.close();
  });

  it('opens when several processes create it at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => openAsUserFile()));
    expect(all).toEqual(['opened', 'opened', 'opened', 'opened']);
  });

  it('is refused unchanged when a newer version wrote it', async () => {
    await createFile();
    executeIn(file, 'PRAGMA user_version = 9999');
    const before = readFileSync(file);
    await expect(openSqliteStorage({ file })).rejects.toMatchObject(
      unavailable({ reason: 'newer-version', found: 9999, known: newest }),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused unchanged when it is not a database, or belongs to another program', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(file, 'Bonjour, ceci est une lettre. '.repeat(400));
    await expect(openSqliteStorage({ file })).rejects.toMatchObject(
      unavailable({ reason: 'not-a-database' }),
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^Bonjour/);
    const other = join(folder, 'other.db');
    executeIn(other, 'CREATE TABLE recipes (id INTEGER)');
    const before = readFileSync(other);
    await expect(openSqliteStorage({ file: other })).rejects.toMatchObject(
      unavailable({ reason: 'foreign-database' }),
    );
    expect(readFileSync(other).equals(before)).toBe(true);
  });

  it('is refused when pages are overwritten or its end is missing', async () => {
    await createFile();
    const whole = readFileSync(file);
    const holed = Buffer.from(whole);
    holed.fill(0x5a, 40 * 4096, holed.length);
    for (const bytes of [holed, whole.subarray(0, Math.floor(whole.length / 2))]) {
      writeFileSync(file, bytes);
      await expect(openSqliteStorage({ file })).rejects.toMatchObject(unavailable({ reason: 'corrupt' }));
    }
  });

  it('is refused when the file or its folder is read-only', async () => {
    await createFile();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'data'), 0o755);
    chmodSync(file, 0o444);
    expect(await openAsUser(file)).toBe('storage.unavailable {"reason":"read-only"}');
    chmodSync(join(folder, 'data'), 0o555);
    expect(await openAsUser(join(folder, 'data', 'new.db'))).toBe(
      'storage.unavailable {"reason":"read-only"}',
    );
  });

  it('is refused when the address is a folder, or leads through a file', async () => {
    await createFile();
    const wrong = [folder, join(file, 'below.db')];
    for (const path of wrong) {
      await expect(openSqliteStorage({ file: path })).rejects.toMatchObject(
        unavailable({ reason: 'cannot-open' }),
      );
    }
  });

  it('is not reported as absent when its address cannot be opened, and no copy is written there', async () => {
    await createFile();
    const below = join(file, 'below.db');
    const refused = unavailable({ reason: 'cannot-open' });
    await expect(openSqliteUpkeep(below)).rejects.toMatchObject(refused);
    await expect(openSqliteSource(below)).rejects.toMatchObject(refused);
    await expect(restoreSqliteFile(below, join(folder, 'new.db'))).rejects.toMatchObject(refused);
    await expect(restoreSqliteFile(file, below)).rejects.toMatchObject(refused);
    await expect(restoreSqliteFile(folder, join(folder, 'new.db'))).rejects.toMatchObject(refused);
    await expect(openSqliteCopy(below)).rejects.toMatchObject(refused);
    await expect(openSqliteUpkeep(join(folder, 'x'.repeat(300)))).rejects.toMatchObject(refused);
    const absent = unavailable({ reason: 'absent' });
    await expect(openSqliteUpkeep(join(folder, 'none.db'))).rejects.toMatchObject(absent);
    await expect(openSqliteSource(join(folder, 'none', 'none.db'))).rejects.toMatchObject(absent);
  });

  it.runIf(process.platform === 'linux')(
    'is refused, and so is a copy, in a folder that cannot exist',
    async () => {
      await createFile();
      const nowhere = '/proc/numplus/none.db';
      const refused = unavailable({ reason: 'cannot-open' });
      await expect(openSqliteStorage({ file: nowhere })).rejects.toMatchObject(refused);
      await expect(openSqliteCopy(nowhere)).rejects.toMatchObject(refused);
      await expect(restoreSqliteFile(file, nowhere)).rejects.toMatchObject(refused);
    },
  );

  it('reports a full disk, and retains acknowledged writes', () => {
    const database = openDatabase(join(folder, 'full.db'));
    database.execute('CREATE TABLE t (x TEXT); PRAGMA max_page_count = 10');
    const insert = database.command('INSERT INTO t VALUES (@x)');
    let acknowledged = 0;
    const fill = (): void => {
      for (let row = 0; row < 100; row += 1) acknowledged += insert({ x: 'x'.repeat(2_000) });
    };
    expect(fill).toThrow(expect.objectContaining(unavailable({ reason: 'full' })));
    const rows = database.query(z.object({ count: z.number() }), 'SELECT count(*) AS count FROM t');
    expect(rows.get({}).count).toBe(acknowledged);
    expect(database.getPragma('quick_check(1)')).toBe('ok');
    database.close();
  });

  it('writes nothing of a change when one part of it is refused', async () => {
    const storage = await openSqliteStorage({ file });
    const twice = asNew(sampleStatement(sampleAttempt(), 1));
    const created = createAttempt(storage, {}, 1, { statements: [twice, twice] });
    await expect(created).rejects.toMatchObject({ code: 'storage.duplicate' });
    expect(await storage.attempts.find(org, 'attempt-1')).toBeUndefined();
    await storage.close();
  });
});

describe('a database address', () => {
  it('is refused with a code that does not contain the password', async () => {
    for (const [url, params] of [
      ['mongodb://user:secret@db', { reason: 'wrong-address' }],
      ['postgres://user:secret@db/numplus', { reason: 'unknown-scheme', scheme: 'postgres' }],
      ['sqlite:', { reason: 'unknown-scheme', scheme: 'sqlite' }],
      ['data/numplus.db', { reason: 'unknown-scheme', scheme: '' }],
    ] as const) {
      await expect(openStorage(url)).rejects.toMatchObject(unavailable(params));
    }
  });
});

async function openAsUserFile(): Promise<string> {
  chmodSync(folder, 0o777);
  return openAsUser(file);
}
