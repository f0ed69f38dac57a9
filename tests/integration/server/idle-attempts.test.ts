/** Attempts that people leave: a return from the course is logged, and an idle attempt is closed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { rightWay } from '../../support/inbox.ts';
import { registrationOf, timeOf, verbOf } from '../../support/outcome.ts';

const dayMs = 86_400_000;

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), { ATTEMPT_IDLE_DAYS: '30' });
});
afterAll(() => bench.close());

async function verbsOf(attemptId: string): Promise<string[]> {
  await bench.work();
  return bench.store
    .statements()
    .filter((statement) => registrationOf(statement) === attemptId)
    .sort((a, b) => timeOf(a) - timeOf(b))
    .map(verbOf);
}

it('a return from the course is logged, and a page reload is not', async () => {
  const learner = new ApiLearner(bench);
  await learner.begin(4, 2);
  await learner.open('reloaded page');
  await learner.act({ app: 'frame', type: 'pause', cause: 'button' });
  await learner.launch(4, 2);
  await learner.find();
  await learner.open('page of the second launch');
  const { id } = learner.attempt;
  expect(await verbsOf(id)).toEqual([
    ...['launched', 'accept', 'initialized', 'accessed', 'resumed'],
    ...['suspended', 'launched', 'resumed'],
  ]);
});

it('an attempt idle for the set time is closed: the scene is left, and there is no score', async () => {
  const left = new ApiLearner(bench);
  const unopened = new ApiLearner(bench);
  const scene = await left.begin(5, 2);
  await left.act(...rightWay(scene).slice(0, 2));
  await unopened.launch(6, 2);
  const started = await unopened.request<{ id: string }>('POST', '/api/attempts', {
    noticeVersion: '5.0',
    language: 'fr',
    number: 1,
  });
  const { storage } = bench.context;
  const [organisation] = await storage.organisations.list({ limit: 1 });
  const statusOf = async (id: string): Promise<string | undefined> =>
    (await storage.attempts.find(organisation?.id ?? '', id))?.progress.status;

  bench.wait(29 * dayMs);
  await bench.work();
  expect(await statusOf(left.attempt.id)).toBe('open');
  bench.wait(dayMs + 1_000);
  await bench.work();
  expect(await statusOf(left.attempt.id)).toBe('abandoned');
  const leftVerbs = await verbsOf(left.attempt.id);
  expect(leftVerbs.slice(-2)).toEqual(['leave', 'abandoned']);
  expect(leftVerbs).not.toContain('answered');
  expect(await verbsOf(started.body.id)).toEqual(['launched', 'accept', 'abandoned']);
  expect(bench.lms.gradebook().filter(({ points }) => points !== null)).toEqual([]);

  // Once closed it does not change, however often the sweep runs.
  bench.wait(40 * dayMs);
  expect(await verbsOf(left.attempt.id)).toEqual(leftVerbs);
});
