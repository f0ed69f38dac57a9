import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { graveHarm } from '../../scenarios/schema/scenario.ts';
import type { ToldScene } from './told-scene.ts';

/** The most harm noticed in a scene about a dimension, if it is grave; otherwise 0. */
export function graveHarmIn({ noticed }: ToldScene, dimension: Dimension): number {
  const harms = noticed.filter((one) => one.dimension === dimension).map(({ harm }) => harm);
  return Math.max(0, ...harms.filter((harm) => harm >= graveHarm));
}

/** Whether something grave was noticed about a dimension: then nothing praises the person for it. */
export function isGrave(scenes: readonly ToldScene[], dimension: Dimension): boolean {
  return scenes.some((scene) => graveHarmIn(scene, dimension) > 0);
}
