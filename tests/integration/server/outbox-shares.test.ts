/** One attempt or one organisation fills its share of the outbox: it waits alone, and loses nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { sampleDestination } from '../../contract/storage/sample-attempts.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { rightWay } from '../../support/inbox.ts';

const limit = 2_000;
/** Longer than counts are cached. */
const freshAfterMs = 6_000;

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start(Date.now(), { OUTBOX_LIMIT: String(limit) });
  bench.store.control.set({ down: '503' });
});
afterEach(() => bench.close());

const write = (index: number): WorldAction => ({ app: 'mail', type: 'write', typed: String(index) });

async function beginAnswer(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(bench);
  const scene = await learner.begin(personId);
  await learner.act(...rightWay(scene).slice(0, 2));
  return learner;
}

async function mendStore(): Promise<void> {
  bench.store.control.reset();
  for (let rounds = 0; rounds < 5; rounds += 1) {
    bench.wait(60_000);
    await bench.work();
  }
}

describe('an attempt whose statements fill its share', () => {
  it('waits alone until some were delivered', async () => {
    const busy = await beginAnswer(4);
    const other = await beginAnswer(5);
    for (let batch = 0; batch < 6; batch += 1) {
      await busy.act(...Array.from({ length: 100 }, (_, index) => write(100 * batch + index)));
    }
    await bench.work();
    bench.wait(freshAfterMs);
    const next = busy.number([write(600)]);
    const { status, body } = await busy.send(next);
    expect([status, body.code]).toEqual([429, 'attempt.backlog']);
    expect((await other.act(write(0))).status).toBe(200);
    expect((await new ApiLearner(bench).begin(6)).sceneId).toBe('1');
    await mendStore();
    expect((await busy.send(next)).body.acknowledged).toBe(next[0]?.actionSeq);
  });
});

describe('an organisation whose statements fill its share', () => {
  it('waits alone once half of the outbox is full', async () => {
    const { storage, deliveryWatch } = bench.context;
    const learner = await beginAnswer(4);
    await storage.destinations.put(
      sampleDestination({ organisationId: 'organisation-2', studyId: 'study-2' }),
    );
    const fill = (count: number) =>
      bench.addAttempt({ statements: Array.from({ length: count }, () => statementText()) });
    await fill(limit / 2 - 100);
    await bench.work();
    bench.wait(freshAfterMs);
    expect((await learner.act(write(0))).status).toBe(200);
    await fill(100);
    await bench.work();
    bench.wait(freshAfterMs);
    const next = learner.number([write(1)]);
    const { status, body } = await learner.send(next);
    expect([status, body.code]).toEqual([503, 'server.backlog']);
    const neighbour = { organisationId: 'organisation-2', attemptId: 'attempt-of-another' };
    await expect(deliveryWatch.checkRoom(neighbour)).resolves.toBeUndefined();
    await mendStore();
    expect((await learner.send(next)).status).toBe(200);
  });
});
