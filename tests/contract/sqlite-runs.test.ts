/** Log entries that share a row in a SQLite file: readers find each at its own number, wherever they begin. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { AttemptsPort, StoredEntry } from '../../server/storage/ports/attempts.ts';
import type { SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { countRows } from '../../server/storage/sqlite/file-state.ts';
import { openSqliteAttempts, type SqliteAttempts } from '../support/sqlite-attempts.ts';
import { sampleAppend, sampleAttempt, sampleEntry, sampleOutcome } from './storage/sample-attempts.ts';

const attempt = sampleAttempt();
const of = [attempt.organisationId, attempt.id] as const;
let file: SqliteAttempts;
let database: SqliteDatabase;
let attempts: AttemptsPort;

beforeEach(() => {
  file = openSqliteAttempts();
  ({ database, attempts } = file);
});
afterEach(() => {
  file.close();
});

/** Appends these at the log's end. */
async function append(entries: readonly StoredEntry[]): Promise<void> {
  const from = (entries[0]?.logSeq ?? 1) - 1;
  const batch = sampleAppend(attempt, from, entries.length, { entries, statements: [] });
  if (from === 0) await attempts.create(attempt, batch);
  else expect(await attempts.append(batch)).toBe(true);
}

const entriesFrom = (first: number, last: number): StoredEntry[] =>
  Array.from({ length: last - first + 1 }, (_, index) => sampleEntry(first + index));

function rowsOfLog(): number[] {
  const row = z.object({ logSeq: z.number() });
  const sql = 'SELECT logSeq FROM entries ORDER BY logSeq';
  return database
    .query(row, sql)
    .list({})
    .map(({ logSeq }) => logSeq);
}

it('stores an append’s entries in one row, and returns pages of any size', async () => {
  const log = entriesFrom(1, 17);
  await append(log.slice(0, 3));
  await append(log.slice(3, 4));
  await append(log.slice(4, 14));
  await append(log.slice(14));
  expect(rowsOfLog()).toEqual([1, 4, 5, 15]);
  for (let fromSeq = 1; fromSeq <= 19; fromSeq += 1) {
    for (let limit = 1; limit <= 18; limit += 1) {
      const page = await attempts.listEntries(...of, { fromSeq, limit });
      expect(page).toEqual(log.slice(fromSeq - 1, fromSeq - 1 + limit));
    }
  }
});

it('counts entries, not the rows that hold them', async () => {
  await append(entriesFrom(1, 12));
  await append(entriesFrom(13, 13));
  expect(countRows(database)).toMatchObject({ attempts: 1, entries: 13 });
});

it('stores each sealed text with its entry', async () => {
  const log = [
    sampleEntry(1),
    sampleEntry(2, 'v1.two'),
    sampleEntry(3),
    sampleEntry(4, 'v1.four'),
    sampleEntry(5, 'v1.five'),
  ];
  await append(log.slice(0, 4));
  await append(log.slice(4));
  expect(await attempts.listEntries(...of, { fromSeq: 2, limit: 10 })).toEqual(log.slice(1));
});

it('stores a scene’s result in a row of its own, where the index finds it', async () => {
  const log = [...entriesFrom(1, 3), sampleOutcome(4), sampleOutcome(5), ...entriesFrom(6, 8)];
  await append(log);
  expect(rowsOfLog()).toEqual([1, 4, 5, 6]);
  expect(await attempts.listOutcomes(...of, { fromSeq: 1, limit: 10 })).toEqual(log.slice(3, 5));
  expect(await attempts.listEntries(...of, { fromSeq: 1, limit: 10 })).toEqual(log);
});

it('reads older entries, one per row, together with newer ones', async () => {
  const log = entriesFrom(1, 6);
  await append(log.slice(0, 3));
  database.execute('DELETE FROM entries');
  const insert = database.command(
    'INSERT INTO entries (organisationId, attemptId, logSeq, entry, sealed) VALUES (@org, @id, @logSeq, @entry, NULL)',
  );
  for (const { logSeq, entry } of log.slice(0, 3)) {
    insert({ org: of[0], id: of[1], logSeq, entry: JSON.stringify(entry) });
  }
  await append(log.slice(3));
  expect(rowsOfLog()).toEqual([1, 2, 3, 4]);
  expect(await attempts.listEntries(...of, { fromSeq: 2, limit: 4 })).toEqual(log.slice(1, 5));
});

it.each([
  ['a text that is cut off', `entry = substr(entry, 1, 40)`],
  ['an entry that says no number', `entry = json_remove(entry, '$[1].logSeq')`],
  ['sealed texts that are no list', `sealed = '"v1.text"'`],
  ['fewer sealed texts than entries', `sealed = '["v1.text"]'`],
])('refuses a row with %s', async (_, change) => {
  await append(entriesFrom(1, 3));
  // The index of kinds would not even take some of these.
  database.execute(`DROP INDEX entries_outcomes; UPDATE entries SET ${change}`);
  await expect(attempts.listEntries(...of, { fromSeq: 1, limit: 10 })).rejects.toMatchObject({
    code: 'storage.unavailable',
    params: { reason: 'unreadable-row' },
  });
});
