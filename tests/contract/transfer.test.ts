/** What moving a database promises beyond a play that goes well: order, comparing, and what is not moved. */
import { describe, expect, it } from 'vitest';
import { openAttempts } from '../../server/storage/mongo/attempt-rows.ts';
import { openDatabase } from '../../server/storage/mongo/database.ts';
import { openStorage } from '../../server/storage/open-storage.ts';
import { openTransferSource, openTransferTarget } from '../../server/storage/open-transfer.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import type { WholeAttempt } from '../../server/storage/ports/transfer.ts';
import { copyStore, listDifferences, tallyStore } from '../../server/upkeep/migrate-store.ts';
import { useBothDatabases } from './both-databases.ts';
import {
  asNew,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleProgress,
} from './storage/sample-attempts.ts';

const { absence, nameFile, nameDatabase } = useBothDatabases();
const quiet = (): void => undefined;

/** An attempt whose statements were stored at these times, each beside an entry of its own. */
function wholeAttempt(name: string, number: number, storedAt: readonly number[]): WholeAttempt {
  const attempt = sampleAttempt({ id: name, number });
  return {
    attempt,
    progress: sampleProgress(storedAt.length),
    entries: storedAt.map((at, index) => ({
      logSeq: index + 1,
      entry: JSON.stringify({ logSeq: index + 1, at, kind: 'x' }),
      sealed: null,
    })),
    statements: storedAt.map((createdAt, index) => ({
      id: `${name}-${index + 1}`,
      organisationId: attempt.organisationId,
      studyId: attempt.studyId,
      attemptId: name,
      logSeq: index + 1,
      part: 0,
      tier: 1,
      bytes: `{"é":${index}}`,
      createdAt,
    })),
    receipt: null,
  };
}

/** A finished database that holds these attempts. */
async function fill(url: string, attempts: readonly WholeAttempt[]): Promise<void> {
  const target = await openTransferTarget(url);
  await target.rows.attempts.write(attempts);
  await target.rows.attempts.complete?.();
  await target.finish();
  await target.close();
}

/** In the order in which they are sent. */
async function listDue(url: string): Promise<string[]> {
  const storage = await openStorage(url);
  try {
    const destination = sampleDestination();
    await storage.destinations.put(destination);
    await storage.deliveries.enqueueNew(destination, 100);
    const { organisationId, id: destinationId, purpose } = destination;
    const due = await storage.deliveries.lease({
      organisationId,
      destinationId,
      purpose,
      holder: 'h',
      now: 10_000,
      until: 20_000,
      limit: 100,
      maxBytes: 1_000_000,
    });
    return due.map(({ statementId }) => statementId);
  } finally {
    await storage.close();
  }
}

const interleaved = [wholeAttempt('a', 1, [10, 30, 25]), wholeAttempt('b', 2, [20, 40])];

describe.each(['SQLite', 'MongoDB'])('a database that was moved to %s', (kind) => {
  it('sends the longest stored statements first, and each attempt in log order', async (context) => {
    if (kind === 'MongoDB' && absence !== undefined) return context.skip(absence);
    const url = kind === 'MongoDB' ? nameDatabase() : nameFile();
    await fill(url, interleaved);
    expect(await listDue(url)).toEqual(['a-1', 'b-1', 'a-2', 'a-3', 'b-2']);
    // What comes later comes behind.
    const storage = await openStorage(url);
    const late = sampleAttempt({ id: 'late', number: 3 });
    const batch = sampleAppend(late, 0, 1);
    const statements = wholeAttempt('late', 3, [9_000]).statements.map(asNew);
    await storage.attempts.create(late, { ...batch, statements, gradeIntents: [] });
    await storage.close();
    expect(await listDue(url)).toEqual(['late-1']);
  });
});

/** One statement each: sent, waiting, refused by the store, and given up; a research store that one person agreed to. */
async function deliver(storage: Storage): Promise<void> {
  const consents = ['given', 'withdrawn', 'refused', 'not-asked'] as const;
  for (const [index, research] of consents.entries()) {
    const attempt = sampleAttempt({ id: `attempt-${index}`, number: index + 1 });
    const append = sampleAppend(attempt, 0, 1, { gradeIntents: [] });
    await storage.attempts.create(attempt, { ...append, progress: sampleProgress(1, { research }) });
  }
  const states = ['sent', 'pending', 'dead', 'dead'] as const;
  for (const destination of destinations) {
    const { organisationId, id, purpose } = destination;
    await storage.destinations.put(destination);
    await storage.deliveries.enqueueNew(destination, 100);
    const leased = await storage.deliveries.lease({
      organisationId,
      destinationId: id,
      purpose,
      holder: 'h',
      now: 0,
      until: 1,
      limit: 100,
      maxBytes: 1_000_000,
    });
    const results = leased.map(({ attemptId, logSeq, statementId }, index) => {
      const state = states[index] ?? 'sent';
      const outcome = { state, nextAt: 7, lastError: state === 'sent' ? '' : 'refused', tried: true };
      return { attemptId, logSeq, statementId, ...outcome };
    });
    await storage.deliveries.settle(organisationId, id, 'h', results);
    const dead = results.filter(({ state }) => state === 'dead');
    await storage.deliveries.discard(organisationId, id, dead.slice(1));
  }
}

const destinations = [
  sampleDestination(),
  sampleDestination({ id: 'research-1', purpose: 'research', createdAt: 2 }),
];

async function summarise(storage: Storage): Promise<unknown[]> {
  return Promise.all(
    destinations.map(({ organisationId, id }) => storage.deliveries.summary(organisationId, id)),
  );
}

describe.each([
  ['SQLite', 'MongoDB'],
  ['MongoDB', 'SQLite'],
])('deliveries that were moved from %s to %s', (fromKind) => {
  it('stay unchanged, and no other is created, not for research either', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    const [file, mongo] = [nameFile(), nameDatabase()];
    const [from, to] = fromKind === 'SQLite' ? [file, mongo] : [mongo, file];
    const before = await openStorage(from);
    await deliver(before);
    const summaries = await summarise(before);
    await before.close();
    expect(summaries).toMatchObject([
      { sent: 1, pending: 1, dead: 1, discarded: 1 },
      { sent: 1, pending: 0, dead: 0, discarded: 0 },
    ]);
    const [source, target] = [await openTransferSource(from), await openTransferTarget(to)];
    await copyStore(source.rows, target.rows, quiet);
    await target.finish();
    await Promise.all([source.close(), target.close()]);
    const after = await openStorage(to);
    for (const destination of destinations) {
      expect(await after.deliveries.enqueueNew(destination, 100)).toBe(0);
    }
    expect(await summarise(after)).toEqual(summaries);
    await after.close();
  });
});

describe('two databases', () => {
  it('differ in the kind of a changed row, whatever the order of rows', async () => {
    const [first, second] = interleaved;
    if (first === undefined || second === undefined) throw new Error('no attempts');
    const [one, other, changed] = [nameFile(), nameFile(), nameFile()];
    await fill(one, [first, second]);
    await fill(other, [second, first]);
    const spoiled = first.statements.map((row) => ({ ...row, bytes: row.bytes.replace('é', 'e') }));
    await fill(changed, [{ ...first, statements: spoiled }, second]);
    const tallies = [];
    for (const url of [one, other, changed]) {
      const source = await openTransferSource(url);
      tallies.push(await tallyStore(source.rows, quiet));
      await source.close();
    }
    const [a = [], b = [], c = []] = tallies;
    expect(listDifferences(a, b)).toEqual([]);
    expect(listDifferences(a, c)).toEqual(['statements']);
    expect(a.filter(({ rows }) => rows > 0).map(({ kind, rows }) => [kind, rows])).toEqual([
      ['attempts', 2],
      ['entries', 5],
      ['statements', 5],
    ]);
  });
});

describe('a source in MongoDB', () => {
  it('is refused when an append is unfinished, since grade requests would be lost', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    const url = nameDatabase();
    await fill(url, interleaved);
    const database = await openDatabase(url);
    await openAttempts(database).change({ _id: 'b' }, { $set: { isFiled: false } });
    await database.close();
    const [source, target] = [await openTransferSource(url), await openTransferTarget(nameFile())];
    await expect(copyStore(source.rows, target.rows, quiet)).rejects.toMatchObject({
      params: { reason: 'unfinished' },
    });
    await Promise.all([source.close(), target.close()]);
  });
});

describe('a log longer than a document’s limit', () => {
  it('is stored in several documents, and returns complete', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    const url = nameDatabase();
    const long = wholeAttempt(
      'long',
      1,
      Array.from({ length: 250 }, () => 5),
    );
    const receipt = 'signed';
    await fill(url, [{ ...long, receipt }]);
    const source = await openTransferSource(url);
    const { rows } = await source.rows.attempts.read(null, 10);
    await source.close();
    expect(rows).toEqual([{ ...long, receipt }]);
  });
});
