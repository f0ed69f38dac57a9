/**
 * When somebody beside the person is offered (assessment.md §4, S00): three basic gestures did not come by themselves.
 * Nobody is shut out and nothing is scored; both answers go on.
 */
import type { SceneState, World } from '../types.ts';

/** With so many misses a gesture counts as hard, even if it succeeded in the end. */
const MISSES = 3;
/** So many gestures that do not come by themselves bring the offer. */
const GESTURES = 3;

/** Basic gestures that did not come by themselves, by step id; the tools around the app are no gestures of their own. */
export function listHardGestures(world: World, { apps: { practice } }: SceneState): string[] {
  if (world.practice === undefined || practice === undefined) return [];
  return world.practice.steps
    .filter(({ kind }) => kind !== 'use')
    .filter(({ id }) => practice.outcomes[id] === 'passed' || (practice.misses[id] ?? 0) >= MISSES)
    .map(({ id }) => id);
}

/** Whether the end of this scene offers somebody beside the person; never in a scene without a practice page. */
export function needsHelperOffer(world: World, state: SceneState): boolean {
  return listHardGestures(world, state).length >= GESTURES;
}
