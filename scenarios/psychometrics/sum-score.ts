/**
 * Abilities by sum score, for tables (Lord & Wingersky 1984). Persons are measured by their answers instead.
 */
import { categoryProbabilities, type ItemCurve } from '../measurement/models.ts';
import { gridNodes, standardGrid, summarise, posteriorFrom, type Grid } from '../measurement/posterior.ts';
import type { Bank } from '../kit/measurement-types.ts';

/** Probability of each sum; adds items one by one. */
function sumScoreProbabilities(items: readonly ItemCurve[], theta: number): number[] {
  return items.reduce(
    (sums, item) => {
      const points = categoryProbabilities(item, theta);
      const next = Array.from({ length: sums.length + points.length - 1 }, () => 0);
      sums.forEach((share, sum) => {
        points.forEach((probability, point) => {
          next[sum + point] = (next[sum + point] ?? 0) + share * probability;
        });
      });
      return next;
    },
    [1],
  );
}

export interface SumScoreEstimate {
  readonly points: number;
  /** EAP, logits. */
  readonly theta: number;
  /** Posterior SD, logits. */
  readonly se: number;
  /** Share of the population with this sum; all sum to 1. */
  readonly share: number;
}

/** One row per sum, from 0. */
export function estimateSumScores(
  items: readonly ItemCurve[],
  prior: Bank['prior'],
  grid: Grid = standardGrid,
): SumScoreEstimate[] {
  const nodes = gridNodes(grid);
  const table = nodes.map((theta) => sumScoreProbabilities(items, theta));
  const { weights: before } = posteriorFrom(nodes, () => 0, prior);
  return (table[0] ?? []).map((_, points) => {
    const at = (index: number): number => table[index]?.[points] ?? 0;
    const posterior = posteriorFrom(nodes, (_theta, index) => Math.log(at(index)), prior);
    const share = before.reduce((sum, weight, index) => sum + weight * at(index), 0);
    return { points, ...summarise(posterior), share };
  });
}
