/**
 * An append changes only the attempt's document, which holds the newest batch until store-batch.ts moves it.
 */
import { z } from 'zod';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import {
  type Append,
  type Attempt,
  type AttemptWithProgress,
  type NewStatement,
  type StatementRow,
  type StoredEntry,
} from '../ports/attempts.ts';
import { attemptFields, attemptProgress, logEntry, statementFields } from '../shapes/attempts.ts';
import { intentFields } from '../shapes/grades.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { attempts, batches } from './schemas/attempts.ts';
import { keyOf } from './schemas/define-collection.ts';

const batchRow = z.object({
  organisationId: z.string(),
  attemptId: z.string(),
  studyId: z.string(),
  fromSeq: z.number(),
  head: z.number(),
  /** As JSON text: read whole, with keys that are not ours to choose. */
  entries: z.array(z.object({ logSeq: z.number(), entry: z.string(), sealed: z.string().nullable() })),
  statements: z.array(statementFields),
  gradeIntents: z.array(intentFields.extend({ dueAt: z.number() })),
  receipt: z.string().nullable(),
  /** Has a `scene-ended` or `rescored` entry. */
  hasOutcome: z.boolean(),
  /** When its statements were stored; never before the previous batch. */
  storedAt: z.number(),
  /** The attempt entered research here: research looks at earlier batches again. */
  opensResearch: z.boolean(),
  /** Destinations that have not looked at it. */
  awaits: z.array(z.string()),
  revision: z.number(),
});

export type BatchRow = z.infer<typeof batchRow>;

const attemptRow = attemptFields.extend({
  head: z.number(),
  progress: attemptProgress,
  storedAt: z.number(),
  /** The newest batch; null once it is in `batches`. */
  batch: batchRow.nullable(),
  isFiled: z.boolean(),
});

export type AttemptRow = z.infer<typeof attemptRow>;

export function openAttempts(database: MongoDatabase): Collection<AttemptRow> {
  return database.collection(attempts, attemptRow);
}

export function openBatches(database: MongoDatabase): Collection<BatchRow> {
  return database.collection(batches, batchRow);
}

export function batchKey(row: Pick<BatchRow, 'attemptId' | 'fromSeq'>): string {
  return keyOf(batches, row);
}

export function advance(attempt: Attempt, append: Append, before?: AttemptRow): AttemptRow {
  const { progress, statements } = append;
  const storedAt = Math.max(before?.storedAt ?? 0, ...statements.map(({ createdAt }) => createdAt));
  const isOpen = (of: AttemptRow['progress']): boolean =>
    of.research === 'given' && of.validity.state === 'valid';
  const opensResearch = before !== undefined && isOpen(progress) && !isOpen(before.progress);
  const batch: BatchRow = {
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    studyId: attempt.studyId,
    fromSeq: append.expectedHead + 1,
    head: progress.head,
    entries: append.entries.map((stored) => ({ ...stored, entry: JSON.stringify(stored.entry) })),
    statements: statements.map(asRow),
    gradeIntents: [...append.gradeIntents],
    receipt: append.receipt ?? null,
    hasOutcome: append.entries.some(({ entry }) => isOutcome(entry)),
    storedAt,
    opensResearch,
    awaits: [],
    revision: 0,
  };
  return { ...attemptFields.parse(attempt), head: progress.head, progress, storedAt, batch, isFiled: false };
}

/** Without `shared`, because MongoDB compresses by itself. */
function asRow(statement: NewStatement): StatementRow {
  const { id, organisationId, studyId, attemptId, logSeq, part, tier, bytes, createdAt } = statement;
  return { id, organisationId, studyId, attemptId, logSeq, part, tier, bytes, createdAt };
}

export function isOutcome({ kind }: LogEntry): boolean {
  return kind === 'scene-ended' || kind === 'rescored';
}

export function entriesOf(batch: BatchRow): StoredEntry[] {
  return batch.entries.map(({ logSeq, entry, sealed }) => ({
    logSeq,
    sealed,
    entry: logEntry.parse(JSON.parse(entry)),
  }));
}

export function asPort(row: AttemptRow): AttemptWithProgress {
  return { attempt: attemptFields.parse(row), progress: row.progress };
}

/** Of an invalid attempt, research gets only the statement that says so. */
export function isForResearch({ research, validity }: AttemptRow['progress'], logSeq: number): boolean {
  return research === 'given' && (validity.state === 'valid' || validity.logSeq === logSeq);
}
