/** A bar of four equal zones, one per level. Places are whole percentages: more would be false precision. */
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import type { Bank, Estimate, Level, Measure } from '../kit/measurement-types.ts';
import { isDimensionPrecise } from './has-level.ts';

export interface LevelView {
  readonly level: Level;
  /** The neighbouring level if it is nearly equally likely. */
  readonly between: Level | null;
  /** The 80 % band's ends and the estimate, in whole percentages from the left. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** Shows no logits. */
export function viewLevel({ level, between, theta, band }: Estimate, cuts: Bank['cuts']): LevelView {
  const [from, at, to] = [band[0], theta, band[1]].map((ability) => placeOnBar(ability, cuts));
  if (from === undefined || at === undefined || to === undefined) throw new RangeError('a band has two ends');
  return { level, between, from, at, to };
}

/** Only those that are precise enough, in a fixed order. */
export function viewDimensions(
  measure: Measure,
  cuts: Bank['cuts'],
): (LevelView & { readonly dimension: Dimension })[] {
  return dimensions.flatMap((dimension) => {
    const estimate = measure.dimensions[dimension];
    return estimate === undefined || !isDimensionPrecise(estimate)
      ? []
      : [{ dimension, ...viewLevel(estimate, cuts) }];
  });
}

/** Whole percentage from the left for an ability in logits; linear within a zone. */
export function placeOnBar(ability: number, [second, third, fourth]: Bank['cuts']): number {
  const width = (fourth - second) / 2;
  const edges = [second - width, second, third, fourth, fourth + width] as const;
  const zone = ability < second ? 0 : ability < third ? 1 : ability < fourth ? 2 : 3;
  const share = (ability - edges[zone]) / ((edges[zone + 1] ?? edges[4]) - edges[zone]);
  return Math.min(100, Math.max(0, Math.round(25 * (zone + share))));
}
