/** Rows that the SQLite adapter keeps in memory: they are always what the file holds, whoever wrote it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Engine from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../scenarios/measurement/random.ts';
import type { AttemptWithProgress } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/open.ts';
import { openSqliteAttempts } from '../support/sqlite-attempts.ts';
import { sampleAppend, sampleAttempt } from './storage/sample-attempts.ts';
import { org, samplePerson, sampleRegistration, sampleSession } from './storage/sample-rows.ts';

const attempt = sampleAttempt();
const of = [org, attempt.id] as const;
let folder: string;
let file: string;
let ours: Storage;
/** Another process, as far as SQLite can tell. */
let theirs: Storage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'numplus-kept-'));
  file = join(folder, 'numplus.db');
  ours = await openSqliteStorage({ file });
  theirs = await openSqliteStorage({ file });
});
afterEach(async () => {
  await Promise.all([ours.close(), theirs.close()]);
  rmSync(folder, { recursive: true });
});

/** What somebody reads who has nothing in memory. */
async function readAnew(): Promise<AttemptWithProgress | undefined> {
  const fresh = await openSqliteStorage({ file });
  const found = await fresh.attempts.find(...of);
  await fresh.close();
  return found;
}

function edit(sql: string): void {
  const other = new Engine(file);
  other.pragma('foreign_keys = ON');
  other.exec(sql);
  other.close();
}

it('reads a row once as long as nobody writes, and has it at hand after its own append', async () => {
  await ours.attempts.create(attempt, sampleAppend(attempt, 0, 1));
  const first = await ours.attempts.find(...of);
  expect(await ours.attempts.find(...of)).toBe(first);
  const batch = sampleAppend(attempt, 1, 10);
  expect(await ours.attempts.append(batch)).toBe(true);
  expect((await ours.attempts.find(...of))?.progress).toBe(batch.progress);
  await nextTurn();
  expect((await ours.attempts.find(...of))?.progress).toBe(batch.progress);
});

it('gives an attempt as the file has it after two hundred writes of two processes, stale ones among them', async () => {
  const random = createRandom('kept rows');
  await ours.attempts.create(attempt, sampleAppend(attempt, 0, 1));
  const written = { yes: 0, no: 0 };
  for (let round = 0; round < 200; round += 1) {
    const by = random.uniform() < 0.6 ? ours : theirs;
    const head = (await by.attempts.find(...of))?.progress.head ?? 0;
    // The other is faster now and then, within one turn: what was read is stale by then.
    const race = random.uniform() < 0.3;
    const rival = by === ours ? theirs : ours;
    const both = [
      ...(race ? [rival.attempts.append(sampleAppend(attempt, head, 2))] : []),
      by.attempts.append(sampleAppend(attempt, head, 1 + Math.floor(3 * random.uniform()))),
    ];
    for (const done of await Promise.all(both)) written[done ? 'yes' : 'no'] += 1;
    if (random.uniform() < 0.5) await nextTurn();
    // Right behind its own write as well: a write that was refused shows that the row stood elsewhere.
    if (random.uniform() < 0.3) continue;
    await nextTurn();
    const truth = await readAnew();
    expect(await ours.attempts.find(...of)).toEqual(truth);
    expect(await theirs.attempts.find(...of)).toEqual(truth);
  }
  expect(written.yes).toBe(200);
  expect(written.no).toBeGreaterThan(30);
});

it('forgets what a write that failed had taken up, and what stood beside it in the same group', async () => {
  const beside = sampleAttempt({ id: 'attempt-2', personId: 'person-2' });
  await ours.attempts.create(attempt, sampleAppend(attempt, 0, 3));
  await ours.attempts.create(beside, sampleAppend(beside, 0, 3));
  await Promise.all([ours.attempts.find(...of), ours.attempts.find(org, beside.id)]);
  // The second brings an entry that is there already.
  const doubled = sampleAppend(attempt, 3, 1, { entries: sampleAppend(attempt, 2, 1).entries });
  const results = await Promise.allSettled([
    ours.attempts.append(sampleAppend(beside, 3, 1)),
    ours.attempts.append(doubled),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect((await ours.attempts.find(...of))?.progress.head).toBe(3);
  expect((await ours.attempts.find(org, beside.id))?.progress.head).toBe(4);
});

it('knows nobody any more whom another process erased, and no key', async () => {
  await ours.persons.ensure(samplePerson());
  await ours.studies.insert({ id: 'study-1', organisationId: org, name: '', sealedKey: 'old', createdAt: 1 });
  await ours.attempts.create(attempt, sampleAppend(attempt, 0, 1));
  expect(await ours.persons.findKey(org, 'person-1')).toBe('sealed');
  expect(await ours.studies.findKey(org, 'study-1')).toBe('old');
  expect(await ours.attempts.find(...of)).toBeDefined();
  await nextTurn();
  edit("DELETE FROM attempts; DELETE FROM persons; UPDATE studies SET sealedKey = 'new'");
  await nextTurn();
  expect(await ours.persons.findKey(org, 'person-1')).toBeUndefined();
  expect(await ours.studies.findKey(org, 'study-1')).toBe('new');
  expect(await ours.attempts.find(...of)).toBeUndefined();
});

it('refuses a session at once that it revoked itself, and at the next turn one that another process did', async () => {
  await ours.sessions.insert(sampleSession());
  await ours.sessions.insert(
    sampleSession({ id: 'session-2', accessHash: 'access-2', refreshHash: 'refresh-2' }),
  );
  const isRevoked = async (accessHash: string): Promise<boolean | undefined> =>
    (await ours.sessions.findByAccess(accessHash))?.revoked;
  expect([await isRevoked('access-1'), await isRevoked('access-2')]).toEqual([false, false]);
  await ours.sessions.revoke(org, 'session-1');
  expect([await isRevoked('access-1'), await isRevoked('access-2')]).toEqual([true, false]);
  await theirs.sessions.revoke(org, 'session-2');
  await nextTurn();
  expect(await isRevoked('access-2')).toBe(true);
});

it('sees a platform that was switched off, by itself and by another process', async () => {
  await ours.platforms.insertRegistration(sampleRegistration());
  const isActive = (): Promise<boolean> => ours.platforms.isRegistrationActive(org, 'registration-1');
  expect(await isActive()).toBe(true);
  await ours.platforms.setRegistrationActive(org, 'registration-1', false);
  expect(await isActive()).toBe(false);
  await theirs.platforms.setRegistrationActive(org, 'registration-1', true);
  await nextTurn();
  expect(await isActive()).toBe(true);
});

it('gives an attempt as its append left it, whatever was read and written while that waited for its group', async () => {
  const alone = openSqliteAttempts();
  const { database, attempts } = alone;
  const write = database.command("UPDATE attempts SET studyId = 'study-2'");
  const find = (): Promise<unknown> => attempts.find(...of);
  const findOther = (): Promise<unknown> => attempts.find(org, 'attempt-2');
  const doNothing = (): Promise<void> => Promise.resolve();
  try {
    await attempts.create(attempt, sampleAppend(attempt, 0, 1));
    let head = 1;
    for (const before of [find, doNothing]) {
      for (const writes of [true, false]) {
        for (const between of [find, findOther, doNothing]) {
          write({});
          await before();
          const append = attempts.append(sampleAppend(attempt, head, 1));
          if (writes) write({});
          await between();
          expect(await append).toBe(true);
          head += 1;
          const found = await attempts.find(...of);
          expect([found?.attempt.studyId, found?.progress.head]).toEqual(['study-2', head]);
        }
      }
    }
  } finally {
    alone.close();
  }
});

it('keeps rows beside writes that changed nothing, as a worker makes them that finds no work', async () => {
  await ours.attempts.create(attempt, sampleAppend(attempt, 0, 1));
  const first = await ours.attempts.find(...of);
  await ours.grades.lease({ holder: 'worker', now: 5_000, until: 6_000, limit: 10, minGapMs: 0 });
  await ours.sessions.deleteExpired(0, 10);
  await ours.sessions.revoke(org, 'nobody');
  await nextTurn();
  expect(await ours.attempts.find(...of)).toBe(first);
});

it('counts as a write whatever changes a row, in whichever way it is run, and nothing else', () => {
  const alone = openSqliteAttempts();
  const { database } = alone;
  try {
    const insert = `INSERT INTO organisations (id, name, timeZone, createdAt) VALUES`;
    const row = z.object({ id: z.string() });
    const seen = new Set([database.version()]);
    const writes = [
      () => database.command(`${insert} ('a', '', '', 1)`)({}),
      () => database.orderedCommand(`${insert} (?, '', '', 1)`)('b'),
      () => database.query(row, `${insert} ('c', '', '', 1) RETURNING id`).get({}),
      () => database.query(row, `${insert} ('d', '', '', 1) RETURNING id`).list({}),
      () => database.query(row, `DELETE FROM organisations RETURNING id`).listWhile({}, () => true),
      () => {
        database.execute(`${insert} ('e', '', '', 1)`);
      },
    ];
    for (const write of writes) {
      write();
      seen.add(database.version());
    }
    expect(seen.size).toBe(1 + writes.length);
    const all = database.query(row, 'SELECT id FROM organisations');
    expect(all.list({})).toEqual([{ id: 'e' }]);
    expect([all.find({}), all.get({}), all.listWhile({}, () => true)]).toEqual([
      { id: 'e' },
      { id: 'e' },
      [{ id: 'e' }],
    ]);
    const idle = "DELETE FROM organisations WHERE id = 'nobody'";
    expect(database.command(idle)({})).toBe(0);
    expect(database.orderedCommand(idle)()).toBe(0);
    const returning = database.query(row, `${idle} RETURNING id`);
    expect([returning.find({}), returning.list({}), returning.listWhile({}, () => true)]).toEqual([
      undefined,
      [],
      [],
    ]);
    expect(database.version()).toBe([...seen].at(-1));
  } finally {
    alone.close();
  }
});
