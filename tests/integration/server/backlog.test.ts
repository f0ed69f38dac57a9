import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { rightWay } from '../../support/inbox.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { OUTBOX_LIMIT: '1000' });
});
afterAll(() => bench.close());

const readyz = async (): Promise<unknown> => (await fetch(`${bench.tool.localUrl}/readyz`)).json();

describe('a full queue of statements', () => {
  it('lets no action in and loses none: it is accepted once there is room', async () => {
    const learner = new ApiLearner(bench);
    const scene = await learner.begin(4);
    const [first] = rightWay(scene);
    if (first === undefined) throw new Error('nothing to do');
    bench.store.control.set({ down: '503' });
    await bench.addAttempt({ statements: Array.from({ length: 1_000 }, () => statementText()) });
    await bench.work();
    bench.wait(6_000);
    expect(await learner.act(first)).toMatchObject({ status: 503, body: { code: 'server.backlog' } });
    expect(await readyz()).toMatchObject({
      status: 'ok',
      delivery: { dead: 0, paused: 0, oldestPendingSeconds: 6 },
    });
    bench.store.control.reset();
    bench.wait(30_000);
    await bench.work();
    expect(await learner.act(first)).toMatchObject({ status: 200 });
    expect(await readyz()).toMatchObject({ delivery: { pending: 0, oldestPendingSeconds: 0 } });
  });
});
