import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { describeAttempt } from '../../../server/cli/outbox-attempt.ts';
import { findGaps, readCompleteness } from '../../../server/research/completeness.ts';
import { reconcile, type Reconciliation } from '../../../server/research/reconcile.ts';
import type { AttemptWithProgress } from '../../../server/storage/ports/attempts.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done, rightWay } from '../../support/inbox.ts';

let bench: DeliveryBench;
let empty: RunningStore;
let learner: ApiLearner;

beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
  empty = await startStore({ host: '127.0.0.1', port: 0, key: 'key', secret: 'secret' });
  learner = new ApiLearner(bench);
  await learner.begin(4);
});
afterAll(async () => {
  await bench.close();
  await empty.close();
});

async function getDestination(): Promise<Destination> {
  const [destination] = await bench.context.storage.destinations.list({ limit: 1 });
  if (destination === undefined) throw new Error('no destination');
  return destination;
}

async function getAttempt(): Promise<AttemptWithProgress> {
  const { organisationId } = await getDestination();
  const found = await bench.context.storage.attempts.find(organisationId, learner.attempt.id);
  if (found === undefined) throw new Error('no attempt');
  return found;
}

/** From here on the destination is another server, as after an old copy was restored. */
async function moveTo(store: RunningStore): Promise<void> {
  const endpoint = store.endpoint.replace(/\/$/, '');
  await bench.context.storage.destinations.put({ ...(await getDestination()), endpoint });
}

async function compare(requeue = false): Promise<Reconciliation> {
  return reconcile(bench.context, await getDestination(), await getAttempt(), requeue);
}

describe('the completeness of an attempt', () => {
  it('shows what was made and what waits while it is played', async () => {
    const { progress } = await getAttempt();
    const [row, ...others] = await describeAttempt(bench.context, learner.attempt.id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      status: 'open',
      log: `1–${progress.head}`,
      logGaps: '',
      statementGaps: '',
      sent: 0,
      dead: 0,
      pending: row?.statements,
    });
  });

  it('shows at its end that each log entry has its statements, and all were sent', async () => {
    const { body } = await learner.scene();
    await learner.act(...rightWay(body), done);
    await bench.work();
    const [row] = await describeAttempt(bench.context, learner.attempt.id);
    expect(row).toMatchObject({ status: 'finished', logGaps: '', statementGaps: '', pending: 0, dead: 0 });
    expect(row?.sent).toBe(row?.statements);
    expect(row?.sent).toBeGreaterThan(10);
  });
});

describe('a comparison with the record store', () => {
  it('finds every confirmed statement', async () => {
    const { statements } = await readCompleteness(bench.context, await getAttempt());
    const { length } = statements;
    expect(await compare()).toEqual({
      state: 'compared',
      sent: length,
      held: length,
      missing: [],
      foreign: [],
      requeued: 0,
    });
  });

  it('lists what a store lost, and sends it again only on request', async () => {
    await moveTo(empty);
    const { statements } = await readCompleteness(bench.context, await getAttempt());
    const missing = statements.map(({ statementId }) => statementId);
    expect(await compare()).toMatchObject({ held: 0, missing, requeued: 0 });
    await bench.work();
    expect(empty.statements()).toEqual([]);
    expect(await compare(true)).toMatchObject({ missing, requeued: missing.length });
    await bench.work();
    expect(await compare()).toMatchObject({ held: missing.length, missing: [] });
    expect(empty.statements().map(({ id }) => id)).toEqual(missing);
    const { organisationId } = await getDestination();
    const audit = await bench.context.storage.audit.list(organisationId, { limit: 99 });
    expect(audit.filter(({ action }) => action === 'statements.requeued')).toMatchObject([
      { details: { attempt: learner.attempt.id, statements: missing.length } },
    ]);
  });

  it('counts a statement once that was sent, lost and sent again', async () => {
    const { organisationId, id } = await getDestination();
    const [row] = await describeAttempt(bench.context, learner.attempt.id);
    const { sent, pending } = await bench.context.storage.deliveries.summary(organisationId, id);
    expect([sent, pending]).toEqual([row?.sent, 0]);
  });

  it('says why a store did not respond, and requeues nothing', async () => {
    bench.store.control.set({ down: '503' });
    await moveTo(bench.store);
    expect(await compare(true)).toMatchObject({
      state: 'unanswered',
      because: 'store.busy',
      status: 503,
    });
    // One that was never asked: a connection that is still open would be cut instead.
    const gone = await startStore({ host: '127.0.0.1', port: 0, key: 'key', secret: 'secret' });
    await gone.close();
    await moveTo(gone);
    expect(await compare(true)).toMatchObject({
      state: 'unanswered',
      because: 'store.nobody-listens',
      status: 0,
    });
    expect(await describeAttempt(bench.context, learner.attempt.id)).toMatchObject([{ pending: 0 }]);
  });
});

describe('a gap in a log or its statements', () => {
  it('is shown with its first and last number', () => {
    expect(findGaps(new Set([2, 3, 6]), 8)).toEqual([
      { from: 1, to: 1 },
      { from: 4, to: 5 },
      { from: 7, to: 8 },
    ]);
    expect(findGaps(new Set([1, 2]), 2)).toEqual([]);
    expect(findGaps(new Set(), 0)).toEqual([]);
  });

  it('is found if somebody deleted rows', async () => {
    const database = new Database(bench.databaseFile);
    database.prepare('DELETE FROM entries WHERE attemptId = ? AND logSeq = 4').run(learner.attempt.id);
    // A batch of actions shares a row: its first is taken out.
    database
      .prepare("UPDATE entries SET entry = json_remove(entry, '$[0]') WHERE attemptId = ? AND logSeq = 5")
      .run(learner.attempt.id);
    database.prepare('DELETE FROM statements WHERE attemptId = ? AND logSeq = 7').run(learner.attempt.id);
    database.close();
    expect(await describeAttempt(bench.context, learner.attempt.id)).toMatchObject([
      { logGaps: '4–5', statementGaps: '7' },
    ]);
  });
});
