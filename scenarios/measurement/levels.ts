/** From a posterior to the four plain levels (assessment.md §1.6, §3.2, §6.1). */
import type { Posterior } from './posterior.ts';
import type { Bank, Level } from '../kit/measurement-types.ts';

export type LevelShares = readonly [number, number, number, number];

/** Below this share the likeliest level is not named alone. */
const sure = 0.6;

/**
 * How likely each level is; sums to 1. A place of the grid stands for the stretch around it, half a spacing to both
 * sides: one that sits on a cut is split in halves (−1.0, 0.2 and 1.4 are places of our grid).
 */
export function levelShares({ nodes, weights, spacing }: Posterior, cuts: Bank['cuts']): LevelShares {
  const below = cuts.map((cut) =>
    nodes.reduce((sum, node, index) => {
      const part = Math.min(1, Math.max(0, (cut - node) / spacing + 0.5));
      return sum + part * (weights[index] ?? 0);
    }, 0),
  );
  const [first = 0, second = 0, third = 0] = below;
  // Sums of many small parts may go past each other by a rounding error.
  const part = (from: number, to: number): number => Math.max(0, to - from);
  return [part(0, first), part(first, second), part(second, third), part(third, 1)];
}

/** The likeliest level (of two alike the lower one), and the neighbour to name with it where its share is below 0.6. */
export function nameLevel(shares: LevelShares): { readonly level: Level; readonly between: Level | null } {
  const levels: readonly Level[] = [1, 2, 3, 4];
  const shareOf = (level: Level): number => shares[level - 1] ?? 0;
  const level = levels.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best));
  if (shareOf(level) >= sure) return { level, between: null };
  const neighbours = levels.filter((one) => Math.abs(one - level) === 1);
  const between = neighbours.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best));
  return { level, between };
}

/** The level in which an ability lies, logits: a cut belongs to the level above it. */
export function levelAt(theta: number, cuts: Bank['cuts']): Level {
  const [second, third, fourth] = cuts;
  if (theta >= fourth) return 4;
  if (theta >= third) return 3;
  return theta >= second ? 2 : 1;
}
