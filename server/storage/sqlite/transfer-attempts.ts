import { z } from 'zod';
import { statementFields } from '../shapes/attempts.ts';
import type { StoredEntry } from '../ports/attempts.ts';
import type { MovedFollower, RowAccess, TransferRows, WholeAttempt } from '../ports/transfer.ts';
import { attemptColumns, attemptRow } from './attempt-rows.ts';
import type { SqliteDatabase } from './database.ts';
import { toRun } from './entry-runs.ts';
import { answer, insertInto, sqlParams } from './rows.ts';
import { ownColumns, statementColumns } from './statement-rows.ts';

const receiptRow = z.object({ receipt: z.string() });

const followerRow: z.ZodType<MovedFollower> = z.object({
  destinationId: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  tier: z.number(),
  sent: z.number(),
});

const deliveryRow = z.object({
  statementId: z.string(),
  destinationId: z.string(),
  organisationId: z.string(),
  attemptId: z.string(),
  logSeq: z.number(),
  part: z.number(),
  state: z.enum(['pending', 'sent', 'dead', 'discarded']),
  tries: z.number(),
  nextAt: z.number(),
  lastError: z.string(),
});

const placedDelivery = deliveryRow
  .extend({ position: z.number() })
  .transform(({ position, ...row }) => ({ position, row }));

export function createAttemptAccess(database: SqliteDatabase): RowAccess<WholeAttempt> {
  const page = database.query(
    attemptRow,
    'SELECT * FROM attempts WHERE id > @after ORDER BY id LIMIT @limit',
  );
  const entries = database.trusted(
    toRun,
    'SELECT logSeq, entry, sealed FROM entries WHERE attemptId = @attemptId ORDER BY logSeq',
  );
  const statements = database.query(
    statementFields,
    `SELECT ${statementColumns} FROM statements s WHERE s.attemptId = @attemptId ORDER BY s.logSeq, s.part`,
  );
  const receipt = database.query(receiptRow, 'SELECT receipt FROM receipts WHERE attemptId = @attemptId');
  const write = createAttemptWriter(database);
  return {
    read: (after, limit) =>
      answer(() => {
        const rows = page.list({ after: after ?? '', limit }).map(({ attempt, progress }) => {
          const of = { attemptId: attempt.id };
          return {
            attempt,
            progress,
            entries: entries.list(of).flat().map(toText),
            statements: statements.list(of),
            receipt: receipt.find(of)?.receipt ?? null,
          };
        });
        return { rows, next: rows.length < limit ? null : (rows.at(-1)?.attempt.id ?? null) };
      }),
    write: (rows) =>
      answer(() => {
        database.atomically(() => {
          for (const row of rows) write(row);
        });
      }),
    complete: () =>
      answer(() => {
        placeStatements(database);
      }),
  };
}

/** JSON.stringify gives the text that it wrote before. */
function toText({ entry, ...stored }: StoredEntry): WholeAttempt['entries'][number] {
  return { ...stored, entry: JSON.stringify(entry) };
}

function createAttemptWriter(database: SqliteDatabase): (row: WholeAttempt) => void {
  const insertAttempt = database.command(insertInto('attempts', attemptColumns));
  const insertEntry = database.command(
    insertInto('entries', ['organisationId', 'attemptId', 'logSeq', 'entry', 'sealed']),
  );
  const insertStatement = database.command(insertInto('statements', ['position', 'head', ...ownColumns]));
  const insertReceipt = database.command(insertInto('receipts', ['attemptId', 'organisationId', 'receipt']));
  let written = 0;
  return ({ attempt, progress, entries, statements, receipt }) => {
    const place = { organisationId: attempt.organisationId, attemptId: attempt.id };
    insertAttempt(sqlParams({ ...attempt, head: progress.head, progress }));
    for (const entry of entries) insertEntry({ ...place, ...entry });
    // `shared` is not moved: the text is stored whole.
    for (const { bytes: head, ...statement } of statements) {
      written += 1;
      insertStatement({ ...statement, head, position: -written });
    }
    if (receipt !== null) insertReceipt({ ...place, receipt });
  };
}

/**
 * Statements are sent in order of storage: positions are negative until all attempts have arrived. Within one
 * the log's order is kept, even if a clock was set back.
 */
function placeStatements(database: SqliteDatabase): void {
  database.atomically(() => {
    database.execute(`
      CREATE TEMP TABLE places (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
      INSERT INTO places SELECT position, row_number() OVER (ORDER BY storedAt, attemptId, logSeq, part)
        FROM (SELECT *, max(createdAt) OVER (PARTITION BY attemptId ORDER BY logSeq, part) AS storedAt FROM statements);
      UPDATE statements SET position = (SELECT new FROM places WHERE old = position);
      DROP TABLE places;
    `);
  });
}

/** Destinations start at the first statement; existing deliveries are not repeated (deliveries.ts). */
export function createFollowerAccess(database: SqliteDatabase): RowAccess<MovedFollower> {
  const columns = ['destinationId', 'organisationId', 'studyId', 'tier', 'sent'];
  const page = database.query(
    followerRow,
    `SELECT ${columns.join(', ')} FROM deliveryProgress WHERE destinationId > @after
     ORDER BY destinationId LIMIT @limit`,
  );
  const insert = database.command(insertInto('deliveryProgress', [...columns, 'position']));
  return {
    read: (after, limit) =>
      answer(() => {
        const rows = page.list({ after: after ?? '', limit });
        return { rows, next: rows.length < limit ? null : (rows.at(-1)?.destinationId ?? null) };
      }),
    write: (rows) =>
      answer(() => {
        for (const row of rows) insert({ ...row, position: 0 });
      }),
  };
}

const cursor = z.tuple([z.number(), z.string()]);

export function createDeliveryAccess(database: SqliteDatabase): RowAccess<TransferRows['deliveries']> {
  const page = database.query(
    placedDelivery,
    `SELECT d.position, s.id AS statementId, d.destinationId, d.organisationId, s.attemptId, s.logSeq, s.part, d.state,
       d.tries, d.nextAt, d.lastError
     FROM deliveries d JOIN statements s ON s.position = d.position
     WHERE (d.position, d.destinationId) > (@position, @destinationId)
     ORDER BY d.position, d.destinationId LIMIT @limit`,
  );
  const insert = database.command(
    `INSERT INTO deliveries
       (position, destinationId, organisationId, state, tries, nextAt, lastError, holder, leasedUntil)
     SELECT position, @destinationId, @organisationId, @state, @tries, @nextAt, @lastError, NULL, 0
     FROM statements WHERE attemptId = @attemptId AND logSeq = @logSeq AND part = @part AND id = @statementId`,
  );
  return {
    read: (after, limit) =>
      answer(() => {
        const [position, destinationId] = after === null ? [0, ''] : cursor.parse(JSON.parse(after));
        const found = page.list({ position, destinationId, limit });
        const last = found.length < limit ? undefined : found.at(-1);
        return {
          rows: found.map(({ row }) => row),
          next: last === undefined ? null : JSON.stringify([last.position, last.row.destinationId]),
        };
      }),
    write: (rows) =>
      answer(() => {
        database.atomically(() => {
          for (const row of rows) insert({ ...row });
        });
      }),
  };
}
