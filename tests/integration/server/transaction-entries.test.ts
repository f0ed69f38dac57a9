import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginTransaction } from '../../../server/attempts/transaction.ts';
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

it('a transaction reads the log as it was when it began, whatever others store meanwhile', async () => {
  const learner = new ApiLearner(bench);
  const { question } = findInboxParts(await learner.begin(4));
  const { organisation } = await ensureDefaults(bench.context);
  const found = await bench.context.storage.attempts.find(organisation.id, learner.attempt.id);
  if (found === undefined) throw new Error('no attempt');
  const transaction = await beginTransaction(bench.context, found);
  const before = await transaction.listEntries(1);
  // A repeated request overtakes the first and stores the same actions.
  await learner.act(act.open(question.id), act.reply(question.id));
  expect(await transaction.listEntries(1)).toEqual(before);
});
