import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import { isGrave } from './grave.ts';
import { addPoints, listPoints, shareOf } from './points.ts';
import type { ToldScene } from './told-scene.ts';

const most = 2;
/** One scene may have gone well by chance. */
const leastScenes = 2;
const leastShare = 0.5;

/** Largest share of points first; on a tie in the order of dimensions. */
export function findStrengths(scenes: readonly ToldScene[]): readonly Dimension[] {
  return dimensions
    .filter((dimension) => isStrength(scenes, dimension))
    .toSorted((one, other) => shareIn(scenes, other) - shareIn(scenes, one))
    .slice(0, most);
}

/** At least half of the points in two scenes and in all scenes together, and nothing grave noticed. */
function isStrength(scenes: readonly ToldScene[], dimension: Dimension): boolean {
  const steady = listPoints(scenes, dimension).filter((points) => shareOf(points) >= leastShare);
  const isSteady = steady.length >= leastScenes && shareIn(scenes, dimension) >= leastShare;
  return isSteady && !isGrave(scenes, dimension);
}

function shareIn(scenes: readonly ToldScene[], dimension: Dimension): number {
  return shareOf(addPoints(listPoints(scenes, dimension)));
}
