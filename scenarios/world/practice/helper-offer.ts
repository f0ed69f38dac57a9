/** Offers a helper if three basic gestures of S00 are hard (ADR 11). Play goes on with either answer. */
import type { SceneState, World } from '../types.ts';

/** From this many misses a gesture counts as hard, even if it succeeded in the end. */
const MISSES = 3;
const GESTURES = 3;

/** Tools around the app don't count: they are no basic gestures. */
export function listHardGestures(world: World, { apps: { practice } }: SceneState): string[] {
  if (world.practice === undefined || practice === undefined) return [];
  return world.practice.steps
    .filter(({ kind }) => kind !== 'use')
    .filter(({ id }) => practice.outcomes[id] === 'passed' || (practice.misses[id] ?? 0) >= MISSES)
    .map(({ id }) => id);
}

/** Always false in a scene without a practice page. */
export function needsHelperOffer(world: World, state: SceneState): boolean {
  return listHardGestures(world, state).length >= GESTURES;
}
