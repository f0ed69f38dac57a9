/** Learners who played the first week, or part of it, through the API, with a known report. */
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { SceneAnswer } from '../../server/contract/play.ts';
import { ApiLearner } from './api-learner.ts';
import { isPlay, playsIn } from './scene-plays.ts';
import type { OpenStack } from './stack.ts';

/** By the first play of the content, or done at once. */
type Way = 'right' | 'at-once';

function actionsFor(scene: SceneAnswer, way: Way): readonly WorldAction[] {
  const done: WorldAction = { app: 'desk', type: 'done' };
  const actions = way === 'at-once' ? [] : (playsIn(scene)[0]?.actions ?? []);
  return [...actions.filter(isPlay), done];
}

/** Plays the first week up to `count` scored scenes, then ends it. */
export async function playWeek(
  stack: OpenStack,
  who: {
    readonly personId: number;
    readonly activityId: number;
    readonly count: number;
    readonly language: 'fr' | 'en';
  },
  wayOf: (scenario: string) => Way,
): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  await learner.begin(who.personId, who.activityId, who.language);
  for (let scored = 0; scored < who.count;) {
    const waiting = learner.attempt.scenes.find(({ status }) => status === 'open' || status === 'waiting');
    if (waiting === undefined) break;
    const { sceneId, scenario } = waiting;
    const { body: scene } = await learner.scene(sceneId);
    const actions = actionsFor(scene, scenario === 's00-welcome' ? 'right' : wayOf(scenario));
    const numbered = learner.number(actions).map((action) => ({ ...action, sceneId }));
    for (let from = 0; from < numbered.length; from += 100) {
      const { status, body } = await learner.send(numbered.slice(from, from + 100));
      if (status !== 200) throw new Error(`${scenario}: ${JSON.stringify(body)}`);
    }
    if (learner.attempt.helperOffer === 'due') {
      const [declined] = learner.number([{ app: 'frame', type: 'helper-offer', answer: 'declined' }]);
      if (declined !== undefined) await learner.send([{ ...declined, sceneId: null }]);
    }
    if (scenario !== 's00-welcome') scored += 1;
  }
  if (learner.attempt.status !== 'finished') {
    const [end] = learner.number([{ app: 'frame', type: 'end' }]);
    if (end !== undefined) await learner.send([{ ...end, sceneId: null }]);
  }
  return learner;
}
