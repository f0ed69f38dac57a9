/** « Prochain petit pas » */
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { NextStep } from '../contract/told.ts';
import type { Words } from '../contract/words.ts';
import { graveHarmIn, isGrave } from './grave.ts';
import { addPoints, listPoints, pointsOf, shareOf } from './points.ts';
import type { ToldScene } from './told-scene.ts';

export type Step = Omit<NextStep, 'resource'>;

/** More steps would be a burden. */
const most = 2;

const mostGoals = 2;

/** Its step for safety is about the address of a link; those above it suppose that nothing grave happens. */
const highestGraveStage = 2;

/**
 * Dimensions with points to earn: those with something grave noticed, then the smallest share; on a tie the one with more
 * points to earn.
 */
export function findNextSteps(
  scenes: readonly ToldScene[],
  strengths: readonly Dimension[],
): readonly Step[] {
  return dimensions
    .filter((dimension) => !strengths.includes(dimension))
    .map((dimension) => ({ dimension, points: addPoints(listPoints(scenes, dimension)) }))
    .filter(({ points }) => points.earned < points.possible)
    .toSorted(
      (one, other) =>
        Number(isGrave(scenes, other.dimension)) - Number(isGrave(scenes, one.dimension)) ||
        shareOf(one.points) - shareOf(other.points) ||
        other.points.possible - other.points.earned - (one.points.possible - one.points.earned),
    )
    .slice(0, most)
    .map(({ dimension, points }) => {
      const scene = sceneToPractise(scenes, dimension);
      return {
        dimension,
        stage: stageOf(scenes, dimension, shareOf(points)),
        practice: scene?.title ?? null,
        left: points.earned === 0 || isGrave(scenes, dimension) ? [] : goalsLeft(scene, dimension),
      };
    });
}

function stageOf(scenes: readonly ToldScene[], dimension: Dimension, share: number): Step['stage'] {
  const stage = stageAt(share);
  return stage > highestGraveStage && isGrave(scenes, dimension) ? highestGraveStage : stage;
}

function stageAt(share: number): Step['stage'] {
  if (share < 0.25) return 1;
  if (share < 0.5) return 2;
  return share < 0.75 ? 3 : 4;
}

/** The scene with the gravest harm noticed, then the most points to earn; on a tie the earlier one. */
function sceneToPractise(scenes: readonly ToldScene[], dimension: Dimension): ToldScene | undefined {
  const [first] = scenes
    .flatMap((scene) => {
      const points = pointsOf(scene, dimension);
      if (scene.title === null || points === null || points.earned === points.possible) return [];
      const harm = graveHarmIn(scene, dimension);
      return [{ scene, harm, left: points.possible - points.earned }];
    })
    .toSorted((one, other) => other.harm - one.harm || other.left - one.left);
  return first?.scene;
}

/** Those of which nothing was reached come first. */
function goalsLeft(scene: ToldScene | undefined, dimension: Dimension): readonly Words[] {
  if (scene === undefined) return [];
  const own = scene.items.filter((item) => item.dimension === dimension).map(({ item }) => item);
  return scene.left
    .filter(({ item }) => own.includes(item))
    .toSorted((one, other) => Number(one.isBegun) - Number(other.isBegun))
    .map(({ words }) => words)
    .filter(({ fr }, index, all) => all.findIndex((first) => first.fr === fr) === index)
    .slice(0, mostGoals);
}
