/**
 * What MongoDB's adapter does in steps, cut off or overtaken between two of them (ADR 16). A process that died is one
 * that wrote the attempt's document and nothing after it; a race is a step of another process at one exact moment.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { advance, openAttempts, openBatches } from '../../server/storage/mongo/attempt-rows.ts';
import type { Collection } from '../../server/storage/mongo/collection.ts';
import type { MongoDatabase } from '../../server/storage/mongo/database.ts';
import { openDatabase } from '../../server/storage/mongo/database.ts';
import { openDeliveries } from '../../server/storage/mongo/delivery-rows.ts';
import { createEnqueuer } from '../../server/storage/mongo/enqueue.ts';
import { storeBatch } from '../../server/storage/mongo/store-batch.ts';
import { openGrades, recordGrade } from '../../server/storage/mongo/grades.ts';
import { createLeaser } from '../../server/storage/mongo/lease.ts';
import { openMongoStorage } from '../../server/storage/mongo/open.ts';
import type { Append, Attempt, AttemptProgress } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import {
  createAttempt,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleGrade,
  sampleProgress,
} from './storage/sample-attempts.ts';
import { org } from './storage/sample-rows.ts';

const absence = findMongoAbsence();

describe('MongoDB storage, interrupted between two steps', () => {
  let server: MongoServer;
  let storage: Storage;
  let database: MongoDatabase;
  let collections: ReturnType<typeof openCollections>;

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });

  beforeEach(async (context) => {
    if (absence !== undefined) return context.skip(absence);
    const url = server.nameDatabase();
    storage = await openMongoStorage({ url });
    database = await openDatabase(url);
    collections = openCollections(database);
  });

  afterEach(async () => {
    if (absence === undefined) await Promise.all([storage.close(), database.close()]);
  });

  afterAll(async () => {
    if (absence === undefined) await server.stop();
  });

  const page = { fromSeq: 1, limit: 100 };
  const seqs = (rows: readonly { readonly logSeq: number }[]): number[] => rows.map(({ logSeq }) => logSeq);
  const destination = sampleDestination();
  const research = sampleDestination({ id: 'research-1', purpose: 'research' });

  /** Appends as a process does that dies right after the conditional write. */
  const appendAndDie = async (attempt: Attempt, append: Append): Promise<void> => {
    const before = await collections.attempts.find({ _id: attempt.id });
    const after = advance(attempt, append, before);
    const where = { _id: attempt.id, head: append.expectedHead, isFiled: true };
    expect(await collections.attempts.change(where, { $set: { ...after } })).toBe(1);
  };

  const lease = async ({ id, purpose }: typeof destination): Promise<number[]> => {
    const request = { organisationId: org, destinationId: id, purpose };
    const bounds = { holder: 'one', now: 10, until: 10, limit: 100, maxBytes: 100_000 };
    return seqs(await storage.deliveries.lease({ ...request, ...bounds }));
  };

  const consent = (attempt: Attempt, head: number, change: Partial<AttemptProgress>): Promise<boolean> =>
    storage.attempts.append(sampleAppend(attempt, head, 1, { progress: sampleProgress(head + 1, change) }));

  it('returns an acknowledged append completely when its process died at once', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    await appendAndDie(attempt, sampleAppend(attempt, 2, 2, { receipt: 'signed' }));
    expect((await storage.attempts.find(org, attempt.id))?.progress.head).toBe(4);
    expect(seqs(await storage.attempts.listEntries(org, attempt.id, page))).toEqual([1, 2, 3, 4]);
    expect(seqs(await storage.attempts.listStatements(org, attempt.id, page))).toEqual([1, 2, 3, 4]);
    expect(await storage.attempts.findReceipt(org, attempt.id)).toBe('signed');
  });

  it('accepts the next append after it, only at its head', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    await appendAndDie(attempt, sampleAppend(attempt, 2, 2));
    expect(await storage.attempts.append(sampleAppend(attempt, 2, 1))).toBe(false);
    expect(await storage.attempts.append(sampleAppend(attempt, 4, 1))).toBe(true);
    expect(seqs(await storage.attempts.listEntries(org, attempt.id, page))).toEqual([1, 2, 3, 4, 5]);
  });

  it('returns the log of a created attempt when its process died at once', async () => {
    const attempt = sampleAttempt();
    await collections.attempts.insert(advance(attempt, sampleAppend(attempt, 0, 3)));
    expect(seqs(await storage.attempts.listEntries(org, attempt.id, page))).toEqual([1, 2, 3]);
    const { entries, statements, progress } = sampleAppend(attempt, 0, 1);
    const again = { entries, statements, progress, gradeIntents: [] };
    expect((await storage.attempts.create(attempt, again)).progress.head).toBe(3);
  });

  it('sends grade request and statements once when their process died', async () => {
    const attempt = await createAttempt(storage);
    const gradeIntents = [sampleGrade(attempt)];
    await appendAndDie(attempt, sampleAppend(attempt, 1, 1, { gradeIntents }));
    expect(await storage.grades.collect(10)).toBe(1);
    expect(await storage.grades.collect(10)).toBe(0);
    expect(await storage.grades.findByAttempt(org, attempt.id)).toMatchObject({
      state: 'pending',
      score: 80,
    });
    await appendAndDie(attempt, sampleAppend(attempt, 2, 1));
    expect(await storage.deliveries.enqueueNew(destination, 100)).toBe(3);
    expect(await lease(destination)).toEqual([1, 2, 3]);
  });

  it('leaves a new batch to its writer, and stores it once that has died', async () => {
    const attempt = await createAttempt(storage);
    const {
      statements: [statement],
      ...append
    } = sampleAppend(attempt, 1, 1);
    if (statement === undefined) throw new Error('no statement');
    const writtenAt = 1_000_000;
    await appendAndDie(attempt, { ...append, statements: [{ ...statement, createdAt: writtenAt }] });
    const isFiled = async (): Promise<boolean | undefined> =>
      (await collections.attempts.find({ _id: attempt.id }))?.isFiled;
    await createEnqueuer({ ...collections, clock: () => writtenAt + 1_000 })(destination, 100);
    expect(await isFiled()).toBe(false);
    await createEnqueuer({ ...collections, clock: () => writtenAt + 10_000 })(destination, 100);
    expect(await isFiled()).toBe(true);
    expect(await lease(destination)).toEqual([1, 2]);
  });

  it('reads no batch when nothing is due for a worker', async () => {
    const read: unknown[] = [];
    const batches: typeof collections.batches = {
      ...collections.batches,
      list: (...asked) => {
        read.push(asked);
        return collections.batches.list(...asked);
      },
    };
    await createAttempt(storage);
    await storage.deliveries.enqueueNew(destination, 100);
    const leaser = createLeaser({ ...collections, batches });
    const { id: destinationId, purpose } = destination;
    const bounds = { holder: 'one', now: 10, until: 20, limit: 100, maxBytes: 100_000 };
    const request = { organisationId: org, destinationId, purpose, ...bounds };
    expect(seqs(await leaser(request))).toEqual([1]);
    expect(read).toHaveLength(1);
    expect(await leaser(request)).toEqual([]);
    expect(read).toHaveLength(1);
  });

  it('changes nothing when a grade request is recorded again', async () => {
    const attempt = await createAttempt(storage);
    const intent = sampleGrade(attempt);
    const append = sampleAppend(attempt, 1, 1, { gradeIntents: [intent] });
    const { batch } = advance(attempt, append);
    await appendAndDie(attempt, append);
    await storage.grades.collect(10);
    await storage.grades.lease({ holder: 'one', now: 10, until: 20, limit: 1, minGapMs: 0 });
    const failed = { state: 'failed', nextAt: 0, sentAt: null, lastError: 'grade.refused' } as const;
    const post = { lastPostAt: 10, takenAttemptId: null, shownScore: null };
    await storage.grades.settle(org, intent.id, 'one', { ...failed, ...post });
    const before = await storage.grades.find(org, intent.id);
    // A process that stood still since it read the attempt stores the batch now.
    await storeBatch(collections, { id: attempt.id, batch });
    expect(await storage.grades.find(org, intent.id)).toEqual(before);
    expect(seqs(await storage.attempts.listEntries(org, attempt.id, page))).toEqual([1, 2]);
  });

  it('misses no batch for a destination added while one is being stored', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    await appendAndDie(attempt, sampleAppend(attempt, 2, 1));
    const pending = await collections.attempts.find({ _id: attempt.id });
    const followers = after(collections.followers, 'list', async () => {
      // Named in the batch that has its document already, though whoever files it has not seen this destination.
      expect(await storage.deliveries.enqueueNew(destination, 100)).toBe(3);
    });
    await storeBatch({ ...collections, followers }, { id: attempt.id, batch: pending?.batch ?? null });
    expect(await storage.deliveries.enqueueNew(destination, 100)).toBe(0);
    expect(await lease(destination)).toEqual([1, 2, 3]);
  });

  it('names a destination in all batches when the first try was interrupted', async () => {
    await createAttempt(storage, {}, 2);
    const batches = after(collections.batches, 'change', () => Promise.reject(new Error('killed')));
    await expect(createEnqueuer({ ...collections, batches })(destination, 10)).rejects.toThrow('killed');
    expect(await storage.deliveries.enqueueNew(destination, 10)).toBe(2);
  });

  it('names a long study page by page, and goes on where it was interrupted', async () => {
    const attempt = await createAttempt(storage);
    const [batch] = await collections.batches.list({ attemptId: attempt.id }, { _id: 1 }, 1);
    if (batch === undefined) throw new Error('no batch');
    const further = Array.from({ length: 120 }, (_, index) => 1_000 + index);
    await collections.batches.insertUntilDuplicate(
      further.map((head) => ({ ...batch, fromSeq: head, head, statements: [] })),
    );
    let pages = 0;
    const inPages = (most: number): typeof collections.batches => ({
      ...collections.batches,
      listKeys: (...asked) => {
        pages += 1;
        return pages > most ? Promise.reject(new Error('killed')) : collections.batches.listKeys(...asked);
      },
    });
    const enqueue = (most: number): Promise<number> =>
      createEnqueuer({ ...collections, batches: inPages(most) })(destination, 10);
    await expect(enqueue(1)).rejects.toThrow('killed');
    pages = 0;
    expect(await enqueue(9)).toBe(1);
    expect(pages).toBe(2);
    expect(await collections.batches.count({ awaits: destination.id })).toBe(0);
    expect(await collections.batches.count({ revision: 0 })).toBe(0);
    expect(await lease(destination)).toEqual([1]);
  });

  it('delivers a batch when consent arrives while a destination skips it', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    const attempts = after(collections.attempts, 'find', async () => {
      await consent(attempt, 2, { research: 'given' });
    });
    const passedOver = await createEnqueuer({ ...collections, attempts })(research, 100);
    expect(passedOver + (await storage.deliveries.enqueueNew(research, 100))).toBe(3);
    expect(await lease(research)).toEqual([1, 2, 3]);
  });

  it('delivers earlier batches after consent whose process died', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    expect(await storage.deliveries.enqueueNew(research, 100)).toBe(0);
    const progress = sampleProgress(3, { research: 'given' });
    await appendAndDie(attempt, sampleAppend(attempt, 2, 1, { progress }));
    expect(await storage.deliveries.enqueueNew(research, 100)).toBe(3);
  });

  it('applies a withdrawal at once when its process died', async () => {
    const attempt = await createAttempt(storage, {}, 2, {
      progress: sampleProgress(2, { research: 'given' }),
    });
    expect(await storage.deliveries.enqueueNew(research, 100)).toBe(2);
    const progress = sampleProgress(3, { research: 'withdrawn' });
    await appendAndDie(attempt, sampleAppend(attempt, 2, 1, { progress }));
    expect(await lease(research)).toEqual([]);
  });

  it('loses no delivery when consent returns while a worker deletes them', async () => {
    const attempt = await createAttempt(storage, {}, 2, {
      progress: sampleProgress(2, { research: 'given' }),
    });
    await storage.deliveries.enqueueNew(research, 100);
    await consent(attempt, 2, { research: 'withdrawn' });
    const attempts = after(collections.attempts, 'list', async () => {
      await consent(attempt, 3, { research: 'given' });
      await storage.deliveries.enqueueNew(research, 100);
    });
    const request = { organisationId: org, destinationId: research.id, purpose: research.purpose };
    const bounds = { holder: 'two', now: 10, until: 10, limit: 100, maxBytes: 100_000 };
    await createLeaser({ ...collections, attempts })({ ...request, ...bounds });
    await storage.deliveries.enqueueNew(research, 100);
    expect(await lease(research)).toEqual([1, 2, 3, 4]);
  });
});

function openCollections(database: MongoDatabase) {
  const grades = openGrades(database);
  return {
    ...openDeliveries(database),
    attempts: openAttempts(database),
    batches: openBatches(database),
    recordGrade: (intent: Parameters<typeof recordGrade>[1]) => recordGrade(grades, intent),
    clock: Date.now,
  };
}

type Calls = Record<'find' | 'list' | 'change', (...args: unknown[]) => Promise<unknown>>;

/** The collection, where something happens right after the first call of one of its methods. */
function after<Row>(
  rows: Collection<Row>,
  method: 'find' | 'list' | 'change',
  meanwhile: () => Promise<void>,
): Collection<Row> {
  let isFirst = true;
  const overtaken = async (...args: unknown[]): Promise<unknown> => {
    const result = await (rows as unknown as Calls)[method](...args);
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return result;
  };
  return { ...rows, [method]: overtaken };
}
