/** Each append is one transaction, conditional on the head. */
import { z } from 'zod';
import type { Append, AttemptsPort, StoredEntry } from '../ports/attempts.ts';
import { checkAppend } from '../check-append.ts';
import { statementFields } from '../shapes/attempts.ts';
import { attemptColumns, attemptRow, inResearch, storedColumns, toAttempt } from './attempt-rows.ts';
import type { SqliteDatabase } from './database.ts';
import { runsOf, toRun } from './entry-runs.ts';
import { createGradeRecorder } from './grades.ts';
import { agePage, answer, byIdIn, insertInto, sqlParams } from './rows.ts';
import { createStatementWriter, statementColumns } from './statement-rows.ts';

type Lookups = Pick<
  AttemptsPort,
  | 'find'
  | 'findLatest'
  | 'listByPerson'
  | 'listByResourceLink'
  | 'listByStudy'
  | 'listOfPerson'
  | 'listIdle'
  | 'listEntries'
  | 'listOutcomes'
  | 'listStatements'
  | 'findReceipt'
>;
type Changes = Pick<AttemptsPort, 'create' | 'append' | 'setResearch'>;

export function createAttempts(database: SqliteDatabase): AttemptsPort {
  return { ...lookups(database), ...changes(database) };
}

function lookups(database: SqliteDatabase): Lookups {
  const byId = database.trusted(toAttempt, byIdIn('attempts', 'attemptId', storedColumns));
  const latest = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE organisationId = @organisationId AND personId = @personId
     AND resourceLinkId = @resourceLinkId AND practice = @practice ORDER BY number DESC LIMIT 1`,
  );
  const ofPerson = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE organisationId = @organisationId AND personId = @personId
     AND resourceLinkId = @resourceLinkId AND practice = 0 AND (@before IS NULL OR number < @before)
     ORDER BY number DESC LIMIT @limit`,
  );
  const ofLink = database.query(
    attemptRow,
    agePage(
      'attempts',
      'organisationId = @organisationId AND resourceLinkId = @resourceLinkId AND practice = 0',
    ),
  );
  const ofStudy = database.query(
    attemptRow,
    agePage('attempts', 'organisationId = @organisationId AND studyId = @studyId AND practice = 0'),
  );
  const ofPersonInStudy = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE organisationId = @organisationId AND personId = @personId
     AND studyId = @studyId AND practice = 0 ORDER BY createdAt, id LIMIT @limit`,
  );
  // The condition is spelled as in the index; otherwise SQLite does not use it.
  const idle = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE progress ->> 'status' IN ('open', 'paused') AND progress ->> 'lastAt' <= @before
     ORDER BY progress ->> 'lastAt' LIMIT @limit`,
  );
  const entries = database.trusted(
    toRun,
    `SELECT logSeq, entry, sealed FROM entries WHERE organisationId = @organisationId AND attemptId = @attemptId
     AND logSeq >= coalesce((SELECT max(logSeq) FROM entries WHERE attemptId = @attemptId AND logSeq <= @fromSeq), 0)
     ORDER BY logSeq`,
  );
  // Spelled as in the index, which is named because the planner would rather scan the attempt.
  const outcomes = database.trusted(
    toRun,
    `SELECT logSeq, entry, sealed FROM entries INDEXED BY entries_outcomes WHERE organisationId = @organisationId
     AND attemptId = @attemptId AND logSeq >= @fromSeq AND entry ->> 'kind' IN ('scene-ended', 'rescored')
     ORDER BY logSeq LIMIT @limit`,
  );
  const statements = database.query(
    statementFields,
    `SELECT ${statementColumns} FROM statements s WHERE s.organisationId = @organisationId AND s.attemptId = @attemptId
     AND (s.logSeq, s.part) >= (@fromSeq, @fromPart) ORDER BY s.logSeq, s.part LIMIT @limit`,
  );
  const receipt = database.query(
    z.object({ receipt: z.string() }),
    'SELECT receipt FROM receipts WHERE organisationId = @organisationId AND attemptId = @attemptId',
  );
  return {
    findReceipt: (organisationId, attemptId) =>
      answer(() => receipt.find({ organisationId, attemptId })?.receipt),
    find: (organisationId, attemptId) => answer(() => byId.find({ organisationId, attemptId })),
    findLatest: (organisationId, personId, resourceLinkId, practice) =>
      answer(() => latest.find({ organisationId, personId, resourceLinkId, practice: Number(practice) })),
    listByPerson: (organisationId, personId, resourceLinkId, { limit, before = null }) =>
      answer(() => ofPerson.list({ organisationId, personId, resourceLinkId, limit, before })),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = null }) =>
      answer(() => ofLink.list({ organisationId, resourceLinkId, limit, after })),
    listByStudy: (organisationId, studyId, { limit, after = null }) =>
      answer(() => ofStudy.list({ organisationId, studyId, limit, after })),
    listOfPerson: (organisationId, studyId, personId, limit) =>
      answer(() => ofPersonInStudy.list({ organisationId, studyId, personId, limit })),
    listIdle: (before, limit) => answer(() => idle.list({ before, limit })),
    listEntries: (organisationId, attemptId, { fromSeq, limit }) =>
      answer(() => {
        const found: StoredEntry[] = [];
        entries.listWhile({ organisationId, attemptId, fromSeq }, (run) => {
          if (found.length >= limit) return false;
          found.push(...run.filter(({ logSeq }) => logSeq >= fromSeq));
          return true;
        });
        return found.slice(0, limit);
      }),
    listOutcomes: (organisationId, attemptId, { fromSeq, limit }) =>
      answer(() => outcomes.list({ organisationId, attemptId, fromSeq, limit }).flat()),
    listStatements: (organisationId, attemptId, { fromSeq, fromPart = 0, limit }) =>
      answer(() => statements.list({ organisationId, attemptId, fromSeq, fromPart, limit })),
  };
}

function changes(database: SqliteDatabase): Changes {
  const insertAttempt = database.command(
    `${insertInto('attempts', attemptColumns)}
     ON CONFLICT (organisationId, personId, resourceLinkId, practice, number) DO NOTHING`,
  );
  const byNumber = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE organisationId = @organisationId AND personId = @personId
     AND resourceLinkId = @resourceLinkId AND practice = @practice AND number = @number`,
  );
  const advance = database.command(
    `UPDATE attempts SET head = @head, progress = @progress
     WHERE organisationId = @organisationId AND id = @attemptId AND head = @expectedHead
       AND (@expectedResearch IS NULL OR json_extract(progress, '$.research') = @expectedResearch)`,
  );
  const writeBatch = createBatchWriter(database);
  const lookBack = createConsentFollower(database);
  const current = database.query(attemptRow, byIdIn('attempts', 'attemptId'));
  const change = database.command(
    `UPDATE attempts SET progress = json_set(progress, '$.research', @research)
     WHERE organisationId = @organisationId AND id = @attemptId`,
  );
  return {
    create: async (attempt, first) => {
      const place = { organisationId: attempt.organisationId, attemptId: attempt.id, expectedHead: 0 };
      const batch = { ...first, ...place };
      checkAppend(batch);
      return database.write(() => {
        const { head } = first.progress;
        const row = sqlParams(attempt);
        const inserted = insertAttempt({ ...row, head, progress: JSON.stringify(first.progress) });
        if (inserted > 0) writeBatch(batch);
        return byNumber.get(row);
      });
    },
    // Grouped with other writes, so that a classroom waits for one disk flush.
    append: async (batch) => {
      checkAppend(batch);
      const { organisationId, attemptId, expectedHead, expectedResearch = null, progress } = batch;
      return database.write(() => {
        lookBack(organisationId, attemptId, progress);
        const place = { organisationId, attemptId, expectedHead, expectedResearch };
        const moved = advance({ ...place, head: progress.head, progress: JSON.stringify(progress) });
        if (moved > 0) writeBatch(batch);
        return moved > 0;
      });
    },
    setResearch: (organisationId, attemptId, research) =>
      database.write(() => {
        const found = current.find({ organisationId, attemptId });
        if (found === undefined) return false;
        lookBack(organisationId, attemptId, { ...found.progress, research });
        return change({ organisationId, attemptId, research }) > 0;
      }),
  };
}

/** Call inside the append's transaction. */
function createBatchWriter(database: SqliteDatabase): (batch: Append) => void {
  const insertEntries = database.command(
    insertInto('entries', ['organisationId', 'attemptId', 'logSeq', 'entry', 'sealed']),
  );
  const writeStatements = createStatementWriter(database);
  // A reopened attempt ends again; its later receipt covers the earlier one.
  const insertReceipt = database.command(
    `${insertInto('receipts', ['attemptId', 'organisationId', 'receipt'])}
     ON CONFLICT (attemptId) DO UPDATE SET receipt = excluded.receipt`,
  );
  const recordGrade = createGradeRecorder(database);
  return ({ organisationId, attemptId, entries, statements, gradeIntents, receipt }) => {
    for (const run of runsOf(entries)) insertEntries({ organisationId, attemptId, ...run });
    writeStatements(statements);
    for (const intent of gradeIntents) recordGrade(intent);
    if (receipt !== undefined) insertReceipt({ attemptId, organisationId, receipt });
  };
}

/**
 * After a consent or reinstatement, research looks at the attempt again; existing deliveries are not repeated.
 */
function createConsentFollower(
  database: SqliteDatabase,
): (organisationId: string, attemptId: string, next: Append['progress']) => void {
  const rewind = database.command(
    `UPDATE deliveryProgress SET position = min(position, coalesce(
       (SELECT min(position) - 1 FROM statements WHERE attemptId = @attemptId), position))
     WHERE organisationId = @organisationId
       AND destinationId IN (SELECT id FROM destinations WHERE purpose = 'research')
       AND EXISTS (SELECT 1 FROM attempts WHERE id = @attemptId
         AND NOT ${inResearch('progress')})`,
  );
  return (organisationId, attemptId, { research, validity }) => {
    if (research === 'given' && validity.state === 'valid') rewind({ organisationId, attemptId });
  };
}
