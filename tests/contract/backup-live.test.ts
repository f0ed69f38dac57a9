/** What a copy promises of a database that others write to meanwhile, and that has no snapshot: MongoDB. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLiveSource } from '../../server/storage/mongo/live-source.ts';
import { openAttempts, openBatches } from '../../server/storage/mongo/attempt-rows.ts';
import { openDatabase, type MongoDatabase } from '../../server/storage/mongo/database.ts';
import { removeAll } from '../../server/storage/mongo/rows.ts';
import { openStorage } from '../../server/storage/open-storage.ts';
import { openUpkeep } from '../../server/upkeep/open-upkeep.ts';
import type { Attempt } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import type { LiveSource } from '../../server/storage/ports/transfer.ts';
import { openSqliteCopy } from '../../server/storage/sqlite/transfer.ts';
import { copyLive } from '../../server/upkeep/copy-live.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import { sampleReviewRequest } from './storage/sample-reports.ts';
import {
  createAttempt,
  sampleAppend,
  sampleDestination,
  sampleStatement,
  scoredAppend,
} from './storage/sample-attempts.ts';
import { org, sampleSession } from './storage/sample-rows.ts';

const absence = findMongoAbsence();

const destination = sampleDestination();
const all = { fromSeq: 1, limit: 1_000 };

describe('a copy of a live MongoDB', () => {
  let server: MongoServer;
  let folder: string;
  let url: string;
  let storage: Storage;
  let database: MongoDatabase;
  let copies = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'numplus-at-work-'));
    if (absence === undefined) server = await startMongoServer();
  });
  afterAll(async () => {
    if (absence === undefined) await server.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async (context) => {
    if (absence !== undefined) context.skip(absence);
    url = server.nameDatabase();
    storage = await openStorage(url);
    database = await openDatabase(url);
  });
  afterEach(async () => {
    if (absence !== undefined) return;
    await storage.close();
    await database.close();
  });

  function nameCopy(): string {
    copies += 1;
    return join(folder, `${copies}.db`);
  }

  /** Copies from a source in whose way something comes, and opens the copy. */
  async function copyFrom(source: LiveSource): Promise<Storage> {
    const copy = nameCopy();
    const target = await openSqliteCopy(copy);
    await copyLive(source, target, () => () => undefined);
    await target.finish();
    await target.close();
    return openStorage(`sqlite:${copy}`);
  }

  /** The source, with something that happens once after the first answer of one of its calls. */
  function after(
    source: LiveSource,
    name: 'findHeads' | 'gradesOf' | 'readGrades',
    work: () => Promise<void>,
  ): LiveSource {
    let isDone = false;
    const then = async <Answer>(called: typeof name, answer: Promise<Answer>): Promise<Answer> => {
      const found = await answer;
      if (called === name && !isDone) {
        isDone = true;
        await work();
      }
      return found;
    };
    return {
      ...source,
      findHeads: (ids) => then('findHeads', source.findHeads(ids)),
      gradesOf: (person) => then('gradesOf', source.gradesOf(person)),
      readGrades: (from, limit) => then('readGrades', source.readGrades(from, limit)),
    };
  }

  /** The source, with something that happens once after the first page of a kind. */
  function afterPage(
    source: LiveSource,
    kind: keyof LiveSource['rows'],
    work: () => Promise<void>,
  ): LiveSource {
    let isDone = false;
    const read = async (after: string | null, limit: number): Promise<unknown> => {
      const page = await source.rows[kind].read(after, limit);
      if (!isDone) {
        isDone = true;
        await work();
      }
      return page;
    };
    return { ...source, rows: { ...source.rows, [kind]: { read } } };
  }

  const work = (): LiveSource => openLiveSource(database);

  /** Each grade is the last that the log of its attempt in the copy asks for. */
  async function expectFit(
    copy: Storage,
    attempts: readonly Attempt[],
    heads: readonly number[],
  ): Promise<void> {
    const found = await Promise.all(attempts.map(({ id }) => copy.attempts.find(org, id)));
    expect(found.map((one) => one?.progress.head)).toEqual(heads);
    for (const [index, { id }] of attempts.entries()) {
      const entries = await copy.attempts.listEntries(org, id, all);
      expect(entries.map(({ logSeq }) => logSeq)).toEqual(
        Array.from({ length: heads[index] ?? 0 }, (_, at) => at + 1),
      );
      const statements = await copy.attempts.listStatements(org, id, all);
      expect(statements.map(({ logSeq }) => logSeq)).toEqual(entries.map(({ logSeq }) => logSeq));
    }
  }

  it('contains the grade request of an append whose process died before it stored its batch', async () => {
    const attempt = await createAttempt(storage, {}, 1);
    await storage.attempts.append(scoredAppend(attempt, 1));
    // As it is between the append and the storing of its batch.
    const attempts = openAttempts(database);
    const { batch } = samplePending(attempt);
    await attempts.change({ _id: attempt.id }, { $set: { ...batch } });
    const copy = await copyFrom(work());
    await expectFit(copy, [attempt], [3]);
    expect(await copy.grades.findByAttempt(org, attempt.id)).toMatchObject({ score: 3 });
    await copy.close();
  });

  /** A third entry that stands in the attempt's document alone. */
  function samplePending(attempt: Attempt): { readonly batch: Readonly<Record<string, unknown>> } {
    const append = scoredAppend(attempt, 2);
    const batch = {
      organisationId: org,
      attemptId: attempt.id,
      studyId: attempt.studyId,
      fromSeq: 3,
      head: 3,
      entries: append.entries.map((stored) => ({ ...stored, entry: JSON.stringify(stored.entry) })),
      statements: [sampleStatement(attempt, 3)],
      gradeIntents: append.gradeIntents,
      receipt: null,
      hasOutcome: false,
      storedAt: 1_003,
      opensResearch: false,
      awaits: [],
      revision: 0,
    };
    return { batch: { head: 3, progress: append.progress, storedAt: 1_003, batch, isFiled: false } };
  }

  it('copies an attempt again when it gets a score after it was copied', async () => {
    const attempt = await createAttempt(storage, {}, 1);
    const source = afterPage(work(), 'attempts', async () => {
      await storage.attempts.append(scoredAppend(attempt, 1));
    });
    const copy = await copyFrom(source);
    await expectFit(copy, [attempt], [2]);
    expect(await copy.grades.findByAttempt(org, attempt.id)).toMatchObject({ score: 2 });
    await copy.close();
  });

  it('leaves out what was appended after an attempt was copied, if no grade is ahead of it', async () => {
    const attempt = await createAttempt(storage, {}, 2);
    await storage.destinations.put(destination);
    const source = afterPage(work(), 'attempts', async () => {
      await storage.attempts.append(sampleAppend(attempt, 2, 1));
      await storage.deliveries.enqueueNew(destination, 100);
      const late = await createAttempt(storage, { id: 'late', number: 2 });
      await storage.reviewRequests.ask(sampleReviewRequest({ attemptId: late.id }));
    });
    const copy = await copyFrom(source);
    await expectFit(copy, [attempt], [2]);
    expect(await copy.attempts.find(org, 'late')).toBeUndefined();
    expect(await copy.deliveries.summary(org, destination.id)).toMatchObject({ pending: 2 });
    expect(await copy.reviewRequests.listByAttempt(org, 'late', { limit: 9 })).toEqual([]);
    await copy.close();
  });

  it('includes an attempt that took over an older one’s grade meanwhile', async () => {
    const first = await createAttempt(storage, {}, 1);
    await storage.attempts.append(scoredAppend(first, 1));
    const second = { ...first, id: 'attempt-0', number: 2 };
    const source = afterPage(work(), 'attempts', async () => {
      await createAttempt(storage, second, 1);
      await storage.attempts.append(scoredAppend(second, 1));
    });
    const copy = await copyFrom(source);
    await expectFit(copy, [first, second], [2, 2]);
    expect(await copy.grades.findByAttempt(org, second.id)).toMatchObject({ score: 2 });
    await copy.close();
  });

  it.each(['readGrades', 'gradesOf', 'findHeads'] as const)(
    'reads grades again when their attempt changes after %s',
    async (name) => {
      const attempt = await createAttempt(storage, {}, 1);
      await storage.attempts.append(scoredAppend(attempt, 1));
      const moving = afterPage(work(), 'attempts', async () => {
        await storage.attempts.append(scoredAppend(attempt, 2));
      });
      const source = after(moving, name, async () => {
        await storage.attempts.append(scoredAppend(attempt, 3));
      });
      const copy = await copyFrom(source);
      const found = await copy.attempts.find(org, attempt.id);
      const head = found?.progress.head ?? 0;
      expect(head).toBeGreaterThanOrEqual(3);
      await expectFit(copy, [attempt], [head]);
      expect(await copy.grades.findByAttempt(org, attempt.id)).toMatchObject({ score: head });
      await copy.close();
    },
  );

  it('reads a kind again when a row took over the key of one that was already read', async () => {
    const row = {
      collection: 'c',
      index: { k: 'v' },
      uniqueKey: 'only',
      value: 'old',
      createdAt: 1,
      expiresAt: 0,
    };
    await storage.ltiRows.insert(row);
    const plain = work();
    let pages = 0;
    const ltiRows = {
      read: async (from: string | null, limit: number) => {
        pages += 1;
        // Page by page, so that the new row is met after the old one.
        const page = await plain.rows.ltiRows.read(from, 1);
        if (pages === 1) {
          await storage.ltiRows.remove('c', {});
          await storage.ltiRows.insert({ ...row, value: 'new', createdAt: 2 });
        }
        return limit > 0 ? page : { rows: [], next: null };
      },
    };
    const copy = await copyFrom({ ...plain, rows: { ...plain.rows, ltiRows } });
    expect((await copy.ltiRows.find('c', {}, 0)).map(({ value }) => value)).toEqual(['new']);
    await copy.close();
  });

  it('leaves out a hash whose session began after the sessions were read', async () => {
    const source = afterPage(work(), 'sessions', async () => {
      await storage.sessions.insert(sampleSession());
    });
    const copy = await copyFrom(source);
    expect(await copy.sessions.findByRefresh(sampleSession().refreshHash)).toBeUndefined();
    await copy.close();
  });

  it('is refused when the log of an attempt has a gap, and leaves nothing behind', async () => {
    await createAttempt(storage, {}, 2);
    await removeAll(openBatches(database), { attemptId: 'attempt-1' });
    const upkeep = await openUpkeep(url);
    const copy = nameCopy();
    await expect(upkeep.copyTo(copy)).rejects.toMatchObject({
      params: { reason: 'copy-differs', kind: 'attempts' },
    });
    expect(await upkeep.checkIntegrity()).toEqual(['attempts attempt-1: 1']);
    await upkeep.close();
    await expect(openUpkeep(`sqlite:${copy}`)).rejects.toMatchObject({ params: { reason: 'absent' } });
  });
});
