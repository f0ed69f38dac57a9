import { hasLevel } from '../../scenarios/measurement/has-level.ts';
import { estimateWle } from '../../scenarios/measurement/point-estimates.ts';
import { type Dimension, dimensions } from '../../scenarios/kit/dimensions.ts';
import { measureResults, responsesOf } from '../../scenarios/measurement/measure.ts';
import type { Bank, Level } from '../../scenarios/kit/measurement-types.ts';
import { type AttemptRecord, playedScenes } from './attempt-records.ts';

/** All in logits. */
interface AbilityEstimates {
  readonly theta: number;
  readonly se: number;
  readonly wle: number;
  readonly wle_se: number;
}

export interface Estimates {
  /** Null if everything was skipped. */
  readonly overall:
    | (AbilityEstimates & {
        /** Null if too little was played for a level. */
        readonly told: {
          readonly level: Level;
          readonly score: number;
          readonly scoreBand: readonly [number, number];
        } | null;
      })
    | null;
  /** Only dimensions with an answer. */
  readonly dimensions: Readonly<Partial<Record<Dimension, AbilityEstimates>>>;
}

/** Uses `bank`, whatever the attempt's own. */
export function estimatesOf(record: AttemptRecord, bank: Bank): Estimates {
  const played = playedScenes(record);
  const measure = measureResults(bank, played);
  if (measure === null) return { overall: null, dimensions: {} };
  const responses = played.flatMap((scene) => responsesOf(bank, scene));
  const { theta, se, level, score, scoreBand, wle } = measure.overall;
  return {
    overall: {
      theta,
      se,
      wle: wle.theta,
      wle_se: wle.se,
      told: hasLevel(measure) ? { level, score, scoreBand } : null,
    },
    dimensions: Object.fromEntries(
      dimensions.flatMap((dimension) => {
        const estimate = measure.dimensions[dimension];
        const warm = estimateWle(responses.filter(({ item }) => item.dimension === dimension));
        if (estimate === undefined || warm === null) return [];
        const { theta: ability, se: error } = estimate;
        return [[dimension, { theta: ability, se: error, wle: warm.theta, wle_se: warm.se }] as const];
      }),
    ),
  };
}
