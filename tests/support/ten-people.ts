/** Ways through a form, from worst to best, chosen among the plays beside each scene by what they show. */
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { AttemptAction } from '../../scenarios/kit/log.ts';
import type { SceneAnswer } from '../../server/contract/play.ts';
import { ApiLearner, type LearnerWorld } from './api-learner.ts';
import { isPlay, listNewestScenarios, playIn, playsIn, resultIn } from './scene-plays.ts';

interface Graded {
  readonly id: string;
  readonly share: number;
  /** Of all that was noticed; 0 if nothing was. */
  readonly harms: readonly number[];
}

export type Way = (scene: SceneAnswer) => readonly WorldAction[];

const done: WorldAction = { app: 'desk', type: 'done' };
const skip: WorldAction = { app: 'desk', type: 'skip' };

/** What the plays of each scenario earn: before anybody plays, since it keeps the process busy for seconds. */
const graded = new Map(
  listNewestScenarios().map((scenario) => [
    scenario.world.id,
    scenario.plays.map(({ id, actions }): Graded => {
      const played = playIn(scenario, [...actions.filter(isPlay), done]);
      const { items, misconceptions } = resultIn(scenario, played);
      const possible = items.reduce((all, { max }) => all + max, 0);
      const earned = items.reduce((all, { points }) => all + points, 0);
      const harms = scenario.evidence.misconceptions.flatMap(({ id: slip, harm }) =>
        misconceptions.includes(slip) ? [harm] : [],
      );
      return { id, share: possible === 0 ? 0 : earned / possible, harms };
    }),
  ]),
);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The best play by this worth, without its end and in the variant of the scene. */
function first(scene: SceneAnswer, worthOf: (one: Graded) => readonly number[]): readonly WorldAction[] {
  const compare = (one: Graded, other: Graded): number => {
    const [left, right] = [worthOf(one), worthOf(other)];
    return right.map((worth, index) => worth - (left[index] ?? 0)).find((gap) => gap !== 0) ?? 0;
  };
  const chosen = graded.get(scene.world.id)?.toSorted(compare)[0]?.id;
  const actions = playsIn(scene).find(({ id }) => id === chosen)?.actions;
  if (actions === undefined) throw new Error(`${scene.world.id} has no plays`);
  return [...actions.filter(isPlay), done];
}

export const atOnce: Way = () => [done];
export const skipped: Way = () => [skip];
/** The most harm of all kinds, and few points. */
export const worst: Way = (scene) => first(scene, ({ harms, share }) => [sum(harms), -share]);
/** The gravest slip of the scene, and otherwise as many points as possible. */
export const graveButGood: Way = (scene) =>
  first(scene, ({ harms, share }) => [Math.max(0, ...harms), share]);
export const best: Way = (scene) => first(scene, ({ harms, share }) => [share, -sum(harms)]);
/** As close to half of the points as possible. */
export const half: Way = (scene) => first(scene, ({ share }) => [-Math.abs(share - 0.5)]);

/** Plays so many scenes of the activity's form, and ends the attempt. */
export async function playThrough(
  world: LearnerWorld,
  { personId, activityId, language }: { personId: number; activityId: number; language: 'fr' | 'en' },
  ways: readonly Way[],
): Promise<ApiLearner> {
  const learner = new ApiLearner(world);
  await learner.begin(personId, activityId, language);
  const send = async (
    sceneId: string | null,
    actions: readonly (WorldAction | AttemptAction)[],
  ): Promise<void> => {
    const numbered = learner.number(actions).map((one) => ({ ...one, sceneId }));
    for (let from = 0; from < numbered.length; from += 100) {
      const { status, body } = await learner.send(numbered.slice(from, from + 100));
      if (status !== 200) throw new Error(JSON.stringify(body));
    }
  };
  let played = 0;
  while (played < ways.length) {
    const next = learner.attempt.scenes.find(({ status }) => status === 'open' || status === 'waiting');
    if (next === undefined) break;
    const { body } = await learner.scene(next.sceneId);
    const isScored = body.world.scored !== false;
    await send(next.sceneId, isScored ? (ways[played]?.(body) ?? []) : [skip]);
    if (isScored) played += 1;
    if (learner.attempt.helperOffer === 'due') {
      await send(null, [{ app: 'frame', type: 'helper-offer', answer: 'declined' }]);
    }
  }
  if (learner.attempt.status !== 'finished') await send(null, [{ app: 'frame', type: 'end' }]);
  return learner;
}
