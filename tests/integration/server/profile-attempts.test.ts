/** Whole attempts over HTTP: the statements in the record store conform to the profile that the tool publishes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AttemptAction } from '../../../scenarios/kit/log.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { ContentFolder } from '../../support/content-folder.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { done } from '../../support/inbox.ts';
import { registrationOf, timeOf, verbOf, withoutStoreMembers } from '../../support/outcome.ts';
import { Conformance } from '../../support/profile/check-conformance.ts';
import { listNewestScenarios } from '../../support/scene-plays.ts';

const scenarios = listNewestScenarios();

let folder: ContentFolder;
let bench: DeliveryBench;
let conformance: Conformance;
beforeAll(async () => {
  folder = await ContentFolder.create();
  await folder.playInDemo(`[${scenarios.map(({ world }) => world.id).join(', ')}]`);
  bench = await DeliveryBench.start(Date.now(), { CONTENT_DIR: folder.directory });
  conformance = new Conformance(await (await fetch(`${bench.context.publicUrl}/xapi/profile`)).json());
});
afterAll(async () => {
  await bench.close();
  await folder.remove();
});

type Act = WorldAction | AttemptAction;

async function play(learner: ApiLearner, sceneId: string, actions: readonly Act[]): Promise<void> {
  await learner.send(learner.number(actions).map((action) => ({ ...action, sceneId })));
}

/** The statements of an attempt as the record store has them, in the order things happened. */
async function statementsOf(learner: ApiLearner): Promise<Record<string, unknown>[]> {
  await bench.work();
  return bench.store
    .statements()
    .filter((statement) => registrationOf(statement) === learner.attempt.id)
    .sort((a, b) => timeOf(a) - timeOf(b))
    .map(withoutStoreMembers);
}

it('an attempt with every scene, pauses, a return and a refused action conforms to the profile', async () => {
  const learner = new ApiLearner(bench);
  await learner.begin(4, 2);
  for (const [index, { plays }] of scenarios.entries()) {
    const sceneId = String(index + 1);
    await learner.scene(sceneId);
    const actions =
      plays[0]?.actions.filter((action) => action.app !== 'desk' || action.type !== 'done') ?? [];
    await play(learner, sceneId, [
      ...actions,
      { app: 'mail', type: 'open', messageId: 'nowhere' },
      { app: 'frame', type: 'pause', cause: 'button' },
      { app: 'frame', type: 'resume' },
      { app: 'frame', type: 'setting', name: 'text-size', value: '150' },
    ]);
    if (index === 1) {
      await learner.launch(4, 2);
      await learner.find();
      await learner.open('after a return from the course');
    }
    await play(learner, sceneId, [done]);
  }
  expect(learner.attempt.status).toBe('finished');
  const statements = await statementsOf(learner);
  expect(conformance.problemsOfAttempt(statements, true)).toEqual([]);
  const verbs = statements.map(verbOf);
  expect(verbs.slice(-3)).toEqual(['completed', 'terminated', 'scored']);
  expect(verbs.filter((verb) => verb === 'launched')).toHaveLength(2);
  expect(verbs.filter((verb) => verb === 'leave').length).toBeGreaterThanOrEqual(scenarios.length);
});

it('an attempt that the person ends in a scene conforms to the profile', async () => {
  const learner = new ApiLearner(bench);
  await learner.begin(5, 2);
  await learner.act({ app: 'frame', type: 'end' });
  expect(learner.attempt.status).toBe('finished');
  const statements = await statementsOf(learner);
  expect(conformance.problemsOfAttempt(statements, true)).toEqual([]);
  expect(verbOf(statements.at(-1) ?? {})).toBe('terminated');
});

it('an attempt left in a pause and closed when idle conforms to the profile', async () => {
  const learner = new ApiLearner(bench);
  await learner.begin(6, 2);
  await learner.act({ app: 'frame', type: 'pause', cause: 'hidden' });
  expect(conformance.problemsOfAttempt(await statementsOf(learner), false)).toEqual([]);
  bench.wait(61 * 86_400_000);
  // One round closes the attempt, the next one sends what that said.
  await bench.work();
  const statements = await statementsOf(learner);
  expect(verbOf(statements.at(-1) ?? {})).toBe('abandoned');
  expect(conformance.problemsOfAttempt(statements, true)).toEqual([]);
});
