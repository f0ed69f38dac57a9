/** The report’s « Prochain petit pas ». */
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { ItemResult } from '../../scenarios/kit/log.ts';
import type { Level, Measure } from '../../scenarios/kit/measurement-types.ts';
import { type Resource, resourcesFor } from '../../scenarios/schema/resources.ts';
import type { NextStep } from '../contract/report.ts';
import type { Words } from '../contract/words.ts';

/** More steps would be a burden. */
const maxSteps = 2;

export interface ScenePoints {
  readonly title: Words | null;
  readonly items: readonly ItemResult[];
}

/**
 * Lowest estimate first; empty if all points were earned.
 * @param showsDimensions false: by the overall level
 */
export function chooseNextSteps(
  measure: Measure,
  scenes: readonly ScenePoints[],
  resources: readonly Resource[],
  showsDimensions: boolean,
): readonly NextStep[] {
  const taken = new Set<string>();
  return dimensionsWithRoom(measure, scenes)
    .slice(0, maxSteps)
    .map(({ dimension, level: ownLevel }) => {
      const level = showsDimensions ? ownLevel : measure.overall.level;
      const fitting = resourcesFor(resources, dimension, level);
      const resource = fitting.find(({ title }) => !taken.has(title.fr)) ?? fitting[0] ?? null;
      if (resource !== null) taken.add(resource.title.fr);
      return { dimension, level, resource, practice: sceneToPlayAgain(scenes, dimension) };
    });
}

function dimensionsWithRoom(
  { dimensions: measured }: Measure,
  scenes: readonly ScenePoints[],
): { readonly dimension: Dimension; readonly level: Level; readonly theta: number }[] {
  return dimensions
    .flatMap((dimension) => {
      const estimate = measured[dimension];
      const hasRoom = scenes.some((scene) => missingShare(scene, dimension) > 0);
      return estimate === undefined || !hasRoom
        ? []
        : [{ dimension, level: estimate.level, theta: estimate.theta }];
    })
    .toSorted((one, other) => one.theta - other.theta);
}

/** The scene with the largest share of missing points; on a tie the earlier one. */
function sceneToPlayAgain(scenes: readonly ScenePoints[], dimension: Dimension): Words | null {
  const [first] = scenes
    .filter((scene) => scene.title !== null && missingShare(scene, dimension) > 0)
    .toSorted((one, other) => missingShare(other, dimension) - missingShare(one, dimension));
  return first?.title ?? null;
}

function missingShare({ items }: ScenePoints, dimension: Dimension): number {
  const matching = items.filter((item) => item.dimension === dimension);
  const possible = matching.reduce((sum, { max }) => sum + max, 0);
  const earned = matching.reduce((sum, { points }) => sum + points, 0);
  return possible === 0 ? 0 : (possible - earned) / possible;
}
