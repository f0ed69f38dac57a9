import { AppError } from '../../base/errors.ts';
import { pick } from '../../base/pick.ts';
import type {
  MovedDelivery,
  MovedFollower,
  RowAccess,
  TransferRows,
  WholeAttempt,
} from '../ports/transfer.ts';
import { logEntry } from '../shapes/attempts.ts';
import { destinationRow } from '../shapes/destinations.ts';
import {
  asPort,
  type AttemptRow,
  type BatchRow,
  isOutcome,
  openAttempts,
  openBatches,
} from './attempt-rows.ts';
import { atLeast } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { deliveryKey, followerKey, newDelivery, openDeliveries } from './delivery-rows.ts';
import { readLog } from './read-log.ts';
import { destinations } from './schemas/deliveries.ts';
import { insertAll, readByKey } from './transfer-rows.ts';

/** Limits of a batch, far below those of a document. */
const mostEntries = 100;
const mostCharacters = 1_000_000;

export function createAttemptAccess(database: MongoDatabase): RowAccess<WholeAttempt> {
  const attempts = openAttempts(database);
  const batches = openBatches(database);
  return {
    async read(after, limit) {
      const { rows, next } = await readByKey(attempts, ({ id }) => id, after, limit);
      const whole: WholeAttempt[] = [];
      for (const row of rows) {
        // A batch not stored yet may hold grade intents, which only a running server records.
        if (!row.isFiled) throw new AppError('storage.unavailable', { reason: 'unfinished' });
        whole.push({ ...asPort(row), ...(await readLog(batches, row)) });
      }
      return { rows: whole, next };
    },
    async write(rows) {
      for (const row of rows) {
        await insertAll(batches, cutLog(row));
        await insertAll(attempts, [toAttemptRow(row)]);
      }
    },
  };
}

function toAttemptRow({ attempt, progress, statements }: WholeAttempt): AttemptRow {
  const storedAt = Math.max(0, ...statements.map(({ createdAt }) => createdAt));
  return { ...attempt, head: progress.head, progress, storedAt, batch: null, isFiled: true };
}

/** The last batch has the receipt. */
function cutLog({ attempt, entries, statements, receipt }: WholeAttempt): BatchRow[] {
  const log: BatchRow[] = [];
  const groups = groupEntries(entries, statements);
  let storedAt = 0;
  for (const [index, { entries: own, statements: ownStatements }] of groups.entries()) {
    storedAt = Math.max(storedAt, ...ownStatements.map(({ createdAt }) => createdAt));
    log.push({
      organisationId: attempt.organisationId,
      attemptId: attempt.id,
      studyId: attempt.studyId,
      fromSeq: (log.at(-1)?.head ?? 0) + 1,
      head: own.at(-1)?.logSeq ?? 0,
      entries: own,
      statements: ownStatements,
      gradeIntents: [],
      receipt: index === groups.length - 1 ? receipt : null,
      hasOutcome: own.some(({ entry }) => isOutcome(logEntry.parse(JSON.parse(entry)))),
      // No destination is named: createFollowerAccess makes each one look at every batch.
      storedAt,
      opensResearch: false,
      awaits: [],
      revision: 0,
    });
  }
  return log;
}

type Group = Pick<BatchRow, 'entries' | 'statements'>;

/** Statements of another time begin a new batch: batches are sent in order of storage. */
function groupEntries(entries: WholeAttempt['entries'], statements: WholeAttempt['statements']): Group[] {
  const groups: Group[] = [];
  let characters = 0;
  let next = 0;
  for (const entry of entries) {
    const ownStatements = [];
    for (let one = statements[next]; one?.logSeq === entry.logSeq; one = statements[next]) {
      ownStatements.push(one);
      next += 1;
    }
    const bytes = ownStatements.reduce((sum, one) => sum + one.bytes.length, 0);
    const size = entry.entry.length + (entry.sealed?.length ?? 0) + bytes;
    const last = groups.at(-1);
    const isFull = last?.entries.length === mostEntries || characters + size > mostCharacters;
    if (last === undefined || isFull || !areStoredTogether(last.statements, ownStatements)) {
      groups.push({ entries: [{ ...entry }], statements: ownStatements });
      characters = size;
    } else {
      last.entries.push({ ...entry });
      last.statements.push(...ownStatements);
      characters += size;
    }
  }
  return groups;
}

function areStoredTogether(some: Group['statements'], others: Group['statements']): boolean {
  const [one] = some;
  const [other] = others;
  return one === undefined || other === undefined || one.createdAt === other.createdAt;
}

export function createFollowerAccess(database: MongoDatabase): RowAccess<MovedFollower> {
  const { followers } = openDeliveries(database);
  const rows = database.collection(destinations, destinationRow);
  return {
    async read(after, limit) {
      const { rows, next } = await readByKey(followers, followerKey, after, limit);
      return {
        rows: rows.map((row) => pick(row, 'destinationId', 'organisationId', 'studyId', 'tier', 'sent')),
        next,
      };
    },
    async write(moved) {
      for (const row of moved) {
        const destination = await rows.find({ _id: row.destinationId });
        const purpose = destination?.purpose ?? 'operational';
        await insertAll(followers, [{ ...row, purpose, isNamed: false }]);
      }
    },
  };
}

export function createDeliveryAccess(database: MongoDatabase): RowAccess<TransferRows['deliveries']> {
  const { deliveries } = openDeliveries(database);
  const batches = openBatches(database);
  return {
    async read(after, limit) {
      const { rows, next } = await readByKey(deliveries, deliveryKey, after, limit);
      return {
        rows: rows.map((row): MovedDelivery => ({
          ...pick(row, 'statementId', 'destinationId', 'organisationId', 'attemptId', 'logSeq', 'part'),
          ...pick(row, 'state', 'tries', 'nextAt', 'lastError'),
        })),
        next,
      };
    },
    async write(rows) {
      const findBatch = createBatchFinder(batches);
      const made = [];
      for (const { statementId, destinationId, attemptId, logSeq, state, tries, nextAt, lastError } of rows) {
        const batch = await findBatch(attemptId, logSeq);
        const statement = batch?.statements.find(({ id }) => id === statementId);
        // The comparison of source and target reports it.
        if (batch === undefined || statement === undefined) continue;
        made.push({ ...newDelivery(destinationId, batch, statement), state, tries, nextAt, lastError });
      }
      await insertAll(deliveries, made);
    },
  };
}

function createBatchFinder(
  batches: Collection<BatchRow>,
): (attemptId: string, logSeq: number) => Promise<BatchRow | undefined> {
  const found: BatchRow[] = [];
  return async (attemptId, logSeq) => {
    const known = found.find(
      (batch) => batch.attemptId === attemptId && batch.fromSeq <= logSeq && logSeq <= batch.head,
    );
    if (known !== undefined) return known;
    const batch = await batches.find({ attemptId, head: atLeast(logSeq) }, { head: 1 });
    if (batch !== undefined) found.push(batch);
    return batch;
  };
}
