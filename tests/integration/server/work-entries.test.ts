import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWork } from '../../../server/attempts/work.ts';
import { ensureDefaults } from '../../../server/organisations/defaults.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { findInboxParts } from '../../support/inbox.ts';
import { act } from '../../support/s02.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

it('work on an attempt reads the log as far as it stood when the work began, whatever others store meanwhile', async () => {
  const learner = new ApiLearner(bench);
  const { question } = findInboxParts(await learner.begin(4));
  const { organisation } = await ensureDefaults(bench.context);
  const found = await bench.context.storage.attempts.find(organisation.id, learner.attempt.id);
  if (found === undefined) throw new Error('no attempt');
  const work = await createWork(bench.context, found);
  const before = await work.listEntries(1);
  // A repeat of a request overtakes the first: the actions that this work is about to take are stored already.
  await learner.act(act.open(question.id), act.reply(question.id));
  expect(await work.listEntries(1)).toEqual(before);
});
