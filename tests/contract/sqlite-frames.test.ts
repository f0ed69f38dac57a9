/** Frames in a SQLite file: kept once, and never seen by those who read statements. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { SqliteDatabase } from '../../server/storage/sqlite/database.ts';
import { listFaults } from '../../server/storage/sqlite/file-state.ts';
import type { AttemptsPort, NewStatement } from '../../server/storage/ports/attempts.ts';
import { openSqliteAttempts, type SqliteAttempts } from '../support/sqlite-attempts.ts';
import { asNew, sampleAppend, sampleAttempt, sampleStatement } from './storage/sample-attempts.ts';

const attempt = sampleAttempt();
const frame = '"actor":"é🙂","context":{';
const bytes = (logSeq: number, middle = frame): string => `{"id":"${logSeq}",${middle}"seq":${logSeq}}}`;
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

function framed(logSeq: number, middle = frame): NewStatement {
  return {
    ...asNew(sampleStatement(attempt, logSeq)),
    head: `{"id":"${logSeq}",`,
    frame: middle,
    tail: `"seq":${logSeq}}}`,
  };
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

it('keeps a frame once for all statements of an attempt, over many appends', async () => {
  await append(0, [framed(1), framed(2)]);
  await append(2, [framed(3)]);
  const other = frame.replace('é', 'è');
  await append(3, [framed(4, other)]);
  expect(count('frames')).toBe(2);
  expect(await readBytes()).toEqual([...[1, 2, 3].map((logSeq) => bytes(logSeq)), bytes(4, other)]);
});

it('refuses to read a statement whose frame is gone instead of making another of it', async () => {
  await append(0, [framed(1)]);
  expect(listFaults(database)).toEqual([]);
  database.execute('DELETE FROM frames');
  await expect(readBytes()).rejects.toMatchObject({ params: { reason: 'unreadable-row' } });
  // Nobody would know else: doctor, backup and restore look here.
  expect(listFaults(database)).toEqual(['statements → frames']);
});

it('lets frames go with their attempt', async () => {
  await append(0, [framed(1)]);
  database.execute('PRAGMA foreign_keys = ON; DELETE FROM attempts');
  expect([count('statements'), count('frames')]).toEqual([0, 0]);
});
