/** Works for any item model, so that estimators can be checked with published figures. */
import { logProbability, pointMoments } from './models.ts';
import type { Response } from '../kit/measurement-types.ts';

export interface Likelihood {
  /** log P(answer | θ). */
  readonly logProbability: (theta: number) => number;
  readonly derivatives: (theta: number) => Derivatives;
}

/** For one answer or summed over several. */
export interface Derivatives {
  /** S = d log P / dθ. */
  readonly score: number;
  /** Fisher information I. */
  readonly information: number;
  /** Warm's J (1989). */
  readonly warm: number;
}

/** (Generalised) partial credit: S = a(x − E), I = a²V, J = I′. */
export function likelihoodOf({ item, points }: Response): Likelihood {
  const { slope } = item;
  return {
    logProbability: (theta) => logProbability(item, points, theta),
    derivatives: (theta) => {
      const { expected, variance, third } = pointMoments(item, theta);
      return {
        score: slope * (points - expected),
        information: slope ** 2 * variance,
        warm: slope ** 3 * third,
      };
    },
  };
}

export function sumDerivatives(answers: readonly Likelihood[], theta: number): Derivatives {
  let score = 0;
  let information = 0;
  let warm = 0;
  for (const answer of answers) {
    const one = answer.derivatives(theta);
    score += one.score;
    information += one.information;
    warm += one.warm;
  }
  return { score, information, warm };
}
