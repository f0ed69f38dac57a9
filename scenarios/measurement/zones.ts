/** Four equal zones, one per level. Whole percentages: finer would be false precision. */
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import type { Bank, Estimate, Level, Measure } from '../kit/measurement-types.ts';

export interface LevelView {
  readonly level: Level;
  /** The neighbour if nearly equally likely. */
  readonly between: Level | null;
  /** 80 % band and estimate: whole percentages from the left. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** Without logits (assessment.md §1.6, §6.2). */
export function viewLevel({ level, between, theta, band }: Estimate, cuts: Bank['cuts']): LevelView {
  const [from, at, to] = [band[0], theta, band[1]].map((ability) => placeOnBar(ability, cuts));
  if (from === undefined || at === undefined || to === undefined) throw new RangeError('a band has two ends');
  return { level, between, from, at, to };
}

/** In display order. */
export function viewDimensions(
  measure: Measure,
  cuts: Bank['cuts'],
): (LevelView & { readonly dimension: Dimension })[] {
  return dimensions.flatMap((dimension) => {
    const estimate = measure.dimensions[dimension];
    return estimate === undefined ? [] : [{ dimension, ...viewLevel(estimate, cuts) }];
  });
}

/** Linear within a zone. */
export function placeOnBar(ability: number, [second, third, fourth]: Bank['cuts']): number {
  const width = (fourth - second) / 2;
  const edges = [second - width, second, third, fourth, fourth + width] as const;
  const zone = ability < second ? 0 : ability < third ? 1 : ability < fourth ? 2 : 3;
  const share = (ability - edges[zone]) / ((edges[zone + 1] ?? edges[4]) - edges[zone]);
  return Math.min(100, Math.max(0, Math.round(25 * (zone + share))));
}
