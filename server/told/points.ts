import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { ToldScene } from './told-scene.ts';

/** Of one dimension, credited and possible. A skipped scene earned none. */
interface Points {
  readonly earned: number;
  readonly possible: number;
}

/** Null if the scene doesn't measure the dimension. */
export function pointsOf({ items }: ToldScene, dimension: Dimension): Points | null {
  const own = items.filter((item) => item.dimension === dimension);
  return own.length === 0
    ? null
    : {
        earned: own.reduce((sum, { points }) => sum + points, 0),
        possible: own.reduce((sum, { max }) => sum + max, 0),
      };
}

/** One for each scene that measures the dimension. */
export function listPoints(scenes: readonly ToldScene[], dimension: Dimension): Points[] {
  return scenes.flatMap((scene) => pointsOf(scene, dimension) ?? []);
}

export function addPoints(all: readonly Points[]): Points {
  return {
    earned: all.reduce((sum, { earned }) => sum + earned, 0),
    possible: all.reduce((sum, { possible }) => sum + possible, 0),
  };
}

/** 0 to 1; 0 if nothing was possible. */
export function shareOf({ earned, possible }: Points): number {
  return possible === 0 ? 0 : earned / possible;
}
