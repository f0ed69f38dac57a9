import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { Measure } from '../../scenarios/kit/measurement-types.ts';

interface Strengths {
  readonly strengths: readonly Dimension[];
  readonly toWorkOn: readonly Dimension[];
}

/** A dimension with one item has too little evidence. */
const minItems = 2;

/**
 * At most two dimensions at or above the person's overall ability, and the lowest below it; no comparison
 * with others. `toWorkOn` is empty before `dimensionsFrom` scenes.
 */
export function pickStrengths(measure: Measure, dimensionsFrom: number): Strengths {
  const known = dimensions
    .flatMap((dimension) => {
      const estimate = measure.dimensions[dimension];
      return estimate === undefined || estimate.items < minItems
        ? []
        : [{ dimension, theta: estimate.theta }];
    })
    .sort((left, right) => right.theta - left.theta);
  const above = known.filter(({ theta }) => theta >= measure.overall.theta);
  const below = known.filter(({ theta }) => theta < measure.overall.theta);
  return {
    strengths: above.slice(0, 2).map(({ dimension }) => dimension),
    toWorkOn: measure.scenes < dimensionsFrom ? [] : below.slice(-1).map(({ dimension }) => dimension),
  };
}
