/** Which dimensions stand out in a measure, for the one line beside a grade. Pure. */
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import type { Measure } from '../../scenarios/kit/measurement-types.ts';

interface Standing {
  readonly strengths: readonly Dimension[];
  readonly toWorkOn: readonly Dimension[];
}

/** One item says too little to name a dimension. */
const leastItems = 2;

/**
 * At most two dimensions at or above the person's own overall ability, the highest first, and the lowest below it: a
 * person is compared with nobody else. What to work on is named from the form's `dimensionsFrom` on (DESIGN §8).
 */
export function standingOf(measure: Measure, dimensionsFrom: number): Standing {
  const known = dimensions
    .flatMap((dimension) => {
      const estimate = measure.dimensions[dimension];
      return estimate === undefined || estimate.items < leastItems
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
