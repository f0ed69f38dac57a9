/** What a learner does in a scene: a named play of its authors, with detours. Pure: the same chance, the same way. */
import type { WorldAction } from '../../scenarios/world/types.ts';
import { isPlay, listPlayedScenarios } from '../support/scene-plays.ts';

const undo: WorldAction = { app: 'desk', type: 'undo' };
export const done: WorldAction = { app: 'desk', type: 'done' };
export const skip: WorldAction = { app: 'desk', type: 'skip' };

/** The plays of each scenario, without its end. */
const playsOf = new Map(
  listPlayedScenarios().map(({ world, plays }) => [
    world.id,
    plays.map(({ actions }) => actions.filter(isPlay)),
  ]),
);

/** Of ten steps one is a detour: something from another play, or a step back. */
const detour = 0.1;

/**
 * The way through a scene up to its end, which is not in it. Some of its actions may be refused by the world: people
 * press what does nothing, too.
 * @param chance numbers from 0 up to 1
 */
export function wander(scenario: string, chance: () => number): WorldAction[] {
  const plays = playsOf.get(scenario) ?? [];
  const known = plays.flat();
  const way: WorldAction[] = [];
  for (const action of pick(plays, chance) ?? []) {
    if (chance() < detour) way.push(chance() < 0.5 ? undo : (pick(known, chance) ?? undo));
    way.push(action);
  }
  return way;
}

function pick<Value>(values: readonly Value[], chance: () => number): Value | undefined {
  return values[Math.floor(chance() * values.length)];
}
