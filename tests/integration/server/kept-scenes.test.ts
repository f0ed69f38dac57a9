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

it('where a scene stands is kept while it is played, and let go where the attempt ends in the middle of it', async () => {
  const learner = new ApiLearner(bench);
  const { question } = findInboxParts(await learner.begin(4));
  const isKept = (): boolean => bench.context.scenes.find(learner.attempt.id, '1', 1_000) !== undefined;
  await learner.act(act.open(question.id));
  expect(isKept()).toBe(true);
  await learner.act(act.reply(question.id), { app: 'frame', type: 'end' });
  expect(isKept()).toBe(false);
});
