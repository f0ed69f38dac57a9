/** Walks made of what the screen offers: each action is drawn from `acts()` of the state it is taken in. */
import fc from 'fast-check';
import { freeFields } from '../../scenarios/world/samples.ts';
import { acts, startScene, step } from '../../scenarios/world/scene.ts';
import type { SceneState, World, WorldAction } from '../../scenarios/world/types.ts';
import { isPlay, type PlayedScenario } from './scene-plays.ts';

/** One draw per action: a kind of action, one of that kind, and a text for it. */
type Draw = readonly [kind: number, one: number, text: number];

/** Walks through a scene, without its end; texts are samples, or those that the scene's plays type. */
export function offeredWalks(scenario: PlayedScenario, maxLength = 30): fc.Arbitrary<readonly WorldAction[]> {
  const texts = typedTexts(scenario);
  const draw = fc.tuple(fc.nat(), fc.nat(), fc.nat());
  return fc.array(draw, { maxLength }).map((draws) => walk(scenario.world, texts, draws));
}

/** The state after `actions`; what is refused has no effect. */
export function stateAfter(world: World, actions: readonly WorldAction[]): SceneState {
  return actions.reduce((state, action, index) => {
    const next = step(world, state, action, { epoch: 1, actionSeq: index + 1 });
    return next.ok ? next.state : state;
  }, startScene(world));
}

/** Names an action by everything but its free fields: two actions with the same key are offered together. */
export function offerKey(action: WorldAction): string {
  const fixed = Object.entries(action).filter(([name]) => !freeFields.includes(name));
  return JSON.stringify(fixed.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function walk(world: World, texts: readonly string[], draws: readonly Draw[]): readonly WorldAction[] {
  const actions: WorldAction[] = [];
  let state = startScene(world);
  for (const draw of draws) {
    const action = choose(acts(world, state).filter(isPlay), texts, draw);
    actions.push(action);
    const next = step(world, state, action, { epoch: 1, actionSeq: actions.length });
    if (next.ok) state = next.state;
  }
  return actions;
}

/** Each kind of action is as likely as any other, however many of a kind are offered. */
function choose(
  offered: readonly WorldAction[],
  texts: readonly string[],
  [kind, one, text]: Draw,
): WorldAction {
  const kinds = [...new Set(offered.map(kindOf))];
  const wanted = kinds[kind % kinds.length];
  const alike = offered.filter((action) => kindOf(action) === wanted);
  const action = alike[one % alike.length];
  if (action === undefined) throw new Error('the screen offers nothing');
  const typed = texts[text % (2 * texts.length)];
  // A text of a form comes with how it reads: only the samples have that.
  return typed === undefined || !('typed' in action) || 'reading' in action ? action : { ...action, typed };
}

function kindOf({ app, type }: WorldAction): string {
  return `${app}.${type}`;
}

function typedTexts({ plays }: PlayedScenario): readonly string[] {
  const typed = plays.flatMap(({ actions }) =>
    actions.flatMap((action) => ('typed' in action && action.typed.trim() !== '' ? [action.typed] : [])),
  );
  return [...new Set(typed)];
}
