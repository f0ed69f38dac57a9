/** Shares and names of levels (docs/researchers/en/measurement.md, Levels). */
import type { Posterior } from './posterior.ts';
import type { Bank, Level } from '../kit/measurement-types.ts';

export type LevelShares = readonly [number, number, number, number];

/** Below this share, a neighbouring level is named too. */
const minShareAlone = 0.6;

/**
 * Shares of the four levels; they sum to 1. A node on a cut (−1.0, 0.2 and 1.4 on our grid) is split in
 * halves.
 */
export function levelShares({ nodes, weights, spacing }: Posterior, cuts: Bank['cuts']): LevelShares {
  const below = cuts.map((cut) =>
    nodes.reduce((sum, node, index) => {
      const part = Math.min(1, Math.max(0, (cut - node) / spacing + 0.5));
      return sum + part * (weights[index] ?? 0);
    }, 0),
  );
  const [first = 0, second = 0, third = 0] = below;
  // Rounding may make it slightly negative.
  const part = (from: number, to: number): number => Math.max(0, to - from);
  return [part(0, first), part(first, second), part(second, third), part(third, 1)];
}

/** The most likely level (on a tie the lower); `between` is its neighbour if its share is below 0.6. */
export function nameLevel(shares: LevelShares): { readonly level: Level; readonly between: Level | null } {
  const levels: readonly Level[] = [1, 2, 3, 4];
  const shareOf = (level: Level): number => shares[level - 1] ?? 0;
  const level = levels.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best));
  if (shareOf(level) >= minShareAlone) return { level, between: null };
  const neighbours = levels.filter((one) => Math.abs(one - level) === 1);
  const between = neighbours.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best));
  return { level, between };
}

/** @param theta logits; a cut belongs to the level above it */
export function levelAt(theta: number, cuts: Bank['cuts']): Level {
  const [second, third, fourth] = cuts;
  if (theta >= fourth) return 4;
  if (theta >= third) return 3;
  return theta >= second ? 2 : 1;
}
