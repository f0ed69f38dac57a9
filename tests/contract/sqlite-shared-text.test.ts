/** The stretch that statements share, in a SQLite file: stored once, and unknown to those who read statements. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { listFaults } from '../../server/storage/sqlite/file-state.ts';
import type { AttemptsPort, NewStatement } from '../../server/storage/ports/attempts.ts';
import { openSqliteAttempts, type SqliteAttempts } from '../support/sqlite-attempts.ts';
import { sampleAppend, sampleAttempt, sampleStatement } from './storage/sample-attempts.ts';

const attempt = sampleAttempt();
const shared = '"actor":"é🙂","context":{';
const textOf = (logSeq: number, middle = shared): string => `{"id":"${logSeq}",${middle}"seq":${logSeq}}}`;
const countRow = z.object({ count: z.number() });
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

function sharing(logSeq: number, middle = shared): NewStatement {
  const bytes = textOf(logSeq, middle);
  const from = bytes.indexOf(middle);
  return { ...sampleStatement(attempt, logSeq), bytes, shared: { from, to: from + middle.length } };
}

function append(from: number, statements: readonly NewStatement[]): Promise<unknown> {
  const batch = sampleAppend(attempt, from, statements.length, { statements });
  return from === 0 ? attempts.create(attempt, batch) : attempts.append(batch);
}

async function readBytes(): Promise<string[]> {
  const rows = await attempts.listStatements(attempt.organisationId, attempt.id, { fromSeq: 1, limit: 100 });
  return rows.map((row) => row.bytes);
}

function count(table: string): number {
  return database.query(countRow, `SELECT count(*) AS count FROM ${table}`).get({}).count;
}

it('stores a shared stretch once for all statements of an attempt, over many appends', async () => {
  await append(0, [sharing(1), sharing(2)]);
  await append(2, [sharing(3)]);
  const other = shared.replace('é', 'è');
  await append(3, [sharing(4, other)]);
  expect(count('frames')).toBe(2);
  expect(await readBytes()).toEqual([...[1, 2, 3].map((logSeq) => textOf(logSeq)), textOf(4, other)]);
});

it('stores a statement whole when nothing is said to be shared', async () => {
  await append(0, [{ ...sampleStatement(attempt, 1), bytes: textOf(1) }]);
  expect([count('frames'), await readBytes()]).toEqual([0, [textOf(1)]]);
});

it('refuses to read a statement whose shared stretch is missing', async () => {
  await append(0, [sharing(1)]);
  expect(listFaults(database)).toEqual([]);
  database.execute('DELETE FROM frames');
  await expect(readBytes()).rejects.toMatchObject({ params: { reason: 'unreadable-row' } });
  expect(listFaults(database)).toEqual(['statements → frames']);
});

it('deletes shared stretches with their attempt', async () => {
  await append(0, [sharing(1)]);
  database.execute('PRAGMA foreign_keys = ON; DELETE FROM attempts');
  expect([count('statements'), count('frames')]).toEqual([0, 0]);
});
