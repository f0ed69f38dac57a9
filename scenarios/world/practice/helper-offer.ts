/** Offers a helper if basic gestures of S00 are hard (ADR 11). Play goes on with either answer. */
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

/** Whoever did less is never passed over, unless the page is untouched. */
export function needsHelperOffer(world: World, { apps: { practice } }: SceneState): boolean {
  if (world.practice === undefined || practice === undefined) return false;
  const { outcomes, misses } = practice;
  if (Object.keys(outcomes).length + Object.keys(misses).length === 0) return false;
  const trouble = world.practice.steps
    .filter(({ kind }) => kind !== 'use')
    .map(({ id }) => (outcomes[id] === 'done' ? Math.min(misses[id] ?? 0, MISSES) : MISSES));
  return trouble.reduce((sum, one) => sum + one, 0) >= GESTURES * MISSES;
}
