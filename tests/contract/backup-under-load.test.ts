/** A copy of MongoDB is made, and restored to either database, while learners play and a worker sends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../server/storage/open-storage.ts';
import { openUpkeep, restoreDatabase } from '../../server/upkeep/open-upkeep.ts';
import type { Attempt } from '../../server/storage/ports/attempts.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import { createAttempt, sampleDestination, scoredAppend } from './storage/sample-attempts.ts';
import { org } from './storage/sample-rows.ts';

const absence = findMongoAbsence();

const destination = sampleDestination();
const all = { fromSeq: 1, limit: 1_000 };
const quiet = { restart: false, progress: () => () => undefined };

/** What a record store has: one text for each id. */
type Store = Map<string, string>;

/** One round of a worker; answers how many statements it sent. */
async function send(from: Storage, store: Store): Promise<number> {
  await from.deliveries.enqueueNew(destination, 100);
  const { id: destinationId, purpose } = destination;
  const now = Date.now();
  const leased = await from.deliveries.lease({
    organisationId: org,
    destinationId,
    purpose,
    holder: 'h',
    now,
    until: now + 60_000,
    limit: 20,
    maxBytes: 1_000_000,
  });
  for (const { statementId, bytes } of leased) {
    expect(store.get(statementId) ?? bytes).toBe(bytes);
    store.set(statementId, bytes);
  }
  const sent = { state: 'sent', nextAt: 0, lastError: '', tried: true } as const;
  const results = leased.map(({ attemptId, logSeq, statementId }) => ({
    attemptId,
    logSeq,
    statementId,
    ...sent,
  }));
  await from.deliveries.settle(org, destinationId, 'h', results);
  return leased.length;
}

/** Plays one attempt after the other, each append a score, until it is over; notes what was acknowledged. */
async function play(
  storage: Storage,
  person: number,
  { acknowledged, isOver }: { readonly acknowledged: Map<string, number>; readonly isOver: () => boolean },
): Promise<void> {
  for (let number = 1; !isOver(); number += 1) {
    // Some sort before the attempt of before, some after.
    const id = `${number % 2 === 0 ? 'a' : 'z'}-${person}-${number}`;
    const attempt = await createAttempt(storage, { id, number, personId: `person-${person}` }, 1);
    for (let head = 1; head < 8 && !isOver(); head += 1) {
      await storage.attempts.append(scoredAppend(attempt, head));
      acknowledged.set(id, head + 1);
    }
  }
}

/** The log is whole, and where the grade is its own, it is the last that the log asks for. */
async function expectFit(storage: Storage, { id }: Attempt, head: number): Promise<void> {
  const whole = Array.from({ length: head }, (_, at) => at + 1);
  const entries = await storage.attempts.listEntries(org, id, all);
  const statements = await storage.attempts.listStatements(org, id, all);
  expect(entries.map(({ logSeq }) => logSeq)).toEqual(whole);
  expect(statements.map(({ logSeq }) => logSeq)).toEqual(whole);
  const grade = await storage.grades.findByAttempt(org, id);
  if (grade !== undefined) expect([grade.id, grade.score]).toEqual([`${id}@${head}`, head]);
}

describe('copies of a MongoDB under load', () => {
  let server: MongoServer;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'numplus-load-'));
    if (absence === undefined) server = await startMongoServer();
  });
  afterAll(async () => {
    if (absence === undefined) await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('are consistent, contain all that was acknowledged before, and work on with every statement sent once', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    const url = server.nameDatabase();
    const [one, other] = [await openStorage(url), await openStorage(url)];
    await one.destinations.put(destination);
    const end = new AbortController();
    const acknowledged = new Map<string, number>();
    const store: Store = new Map();
    const playing = { acknowledged, isOver: () => end.signal.aborted };
    const sending = async (): Promise<void> => {
      while (!end.signal.aborted) await send(other, store);
    };
    const all = Promise.all([
      play(one, 0, playing),
      play(other, 1, playing),
      play(one, 2, playing),
      sending(),
    ]);

    const upkeep = await openUpkeep(url);
    const copies: { copy: string; before: ReadonlyMap<string, number>; place: string }[] = [];
    for (const place of [`sqlite:${join(folder, 'restored.db')}`, server.nameDatabase()]) {
      const copy = join(folder, `${copies.length}.db`);
      const before = new Map(acknowledged);
      await upkeep.copyTo(copy);
      copies.push({ copy, before, place });
    }
    end.abort();
    await all;
    await Promise.all([upkeep.close(), one.close(), other.close()]);

    for (const { copy, before, place } of copies) {
      await restoreDatabase(place, copy, quiet);
      await expectGoesOn(place, before, store);
    }
  });

  async function expectGoesOn(
    place: string,
    before: ReadonlyMap<string, number>,
    store: Store,
  ): Promise<void> {
    const restored = await openStorage(place);
    const attempts = await restored.attempts.listByStudy(org, 'study-1', { limit: 1_000 });
    const headOf = new Map(attempts.map(({ attempt, progress }) => [attempt.id, progress.head]));
    for (const [id, head] of before) expect(headOf.get(id)).toBeGreaterThanOrEqual(head);
    for (const { attempt, progress } of attempts) {
      await expectFit(restored, attempt, progress.head);
      expect(await restored.attempts.append(scoredAppend(attempt, progress.head))).toBe(true);
    }
    while ((await send(restored, store)) > 0);
    for (const { attempt } of attempts) {
      const told = await restored.attempts.listStatements(org, attempt.id, all);
      expect(told.map(({ id, bytes }) => [id, bytes])).toEqual(told.map(({ id }) => [id, store.get(id)]));
    }
    await restored.close();
  }
});
