/**
 * Estimates on a bar of four equally wide zones, one per level: shown instead of logits. Whole percentages,
 * because anything finer would be false precision.
 */
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import type { Bank, Estimate, Level, Measure } from '../kit/measurement-types.ts';

/** An estimate for display: a level, possibly its neighbour, and a band on the bar. */
export interface LevelView {
  readonly level: Level;
  /** The neighbouring level if both are nearly equally likely; else null. */
  readonly between: Level | null;
  /** The 80 % band and the estimate, whole percentages of the bar from the left, 0 to 100, from ≤ at ≤ to. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** The estimate without logits (assessment.md §1.6, §6.2). */
export function viewLevel({ level, between, theta, band }: Estimate, cuts: Bank['cuts']): LevelView {
  const [from, at, to] = [band[0], theta, band[1]].map((ability) => placeOnBar(ability, cuts));
  if (from === undefined || at === undefined || to === undefined) throw new RangeError('a band has two ends');
  return { level, between, from, at, to };
}

/** The same for each measured dimension, in display order. */
export function viewDimensions(
  measure: Measure,
  cuts: Bank['cuts'],
): (LevelView & { readonly dimension: Dimension })[] {
  return dimensions.flatMap((dimension) => {
    const estimate = measure.dimensions[dimension];
    return estimate === undefined ? [] : [{ dimension, ...viewLevel(estimate, cuts) }];
  });
}

/**
 * Logits to a whole percentage of the bar: linear within a zone, so a cut lies between two zones. The outer
 * zones are as wide as the inner ones on average; abilities beyond them are at the end of the bar.
 */
export function placeOnBar(ability: number, [second, third, fourth]: Bank['cuts']): number {
  const width = (fourth - second) / 2;
  const edges = [second - width, second, third, fourth, fourth + width] as const;
  const zone = ability < second ? 0 : ability < third ? 1 : ability < fourth ? 2 : 3;
  const share = (ability - edges[zone]) / ((edges[zone + 1] ?? edges[4]) - edges[zone]);
  return Math.min(100, Math.max(0, Math.round(25 * (zone + share))));
}
