import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findInboxParts } from '../../support/inbox.ts';
import { act } from '../../support/s02.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

it('a scene’s state is cached while it is played, and dropped when the attempt ends in the middle of it', async () => {
  const learner = new ApiLearner(bench);
  const { question } = findInboxParts(await learner.begin(4));
  const isCached = (): boolean => bench.context.scenes.find(learner.attempt.id, '1', 1_000) !== undefined;
  await learner.act(act.open(question.id));
  expect(isCached()).toBe(true);
  await learner.act(act.reply(question.id), { app: 'frame', type: 'end' });
  expect(isCached()).toBe(false);
});
