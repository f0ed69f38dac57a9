/**
 * Estimates all six dimensions together, with an assumed correlation: θ ~ N(μ, R), R = σ² (ρ + (1 − ρ) I).
 * For research only, because it flattens a profile.
 */
import {
  likelihoodOf,
  sumDerivatives,
  type Derivatives,
  type Likelihood,
} from '../measurement/likelihood.ts';
import { dot, inverse, times, type Matrix } from './linear.ts';
import { type Dimension, dimensions } from '../kit/dimensions.ts';
import type { PointEstimate } from '../measurement/point-estimates.ts';
import type { Bank, Response } from '../kit/measurement-types.ts';

export interface ProfileEstimate {
  readonly dimensions: Readonly<Record<Dimension, PointEstimate>>;
  /** Mean of the six, logits. */
  readonly composite: PointEstimate;
  readonly steps: number;
}

/**
 * MAP by Newton's method: g = S_d − R⁻¹(θ − μ), H = diag(I_d) + R⁻¹, covariance H⁻¹.
 * @throws RangeError unless −0.2 < `correlation` (ρ) < 1; 0.7 until estimated
 */
export function estimateProfile(
  responses: readonly Response[],
  { prior }: Pick<Bank, 'prior'>,
  correlation = 0.7,
): ProfileEstimate {
  const perDimension = dimensions.map((dimension) =>
    responses.filter(({ item }) => item.dimension === dimension).map(likelihoodOf),
  );
  const precision = needed(
    inverse(
      dimensions.map((row) => dimensions.map((column) => prior.sd ** 2 * (row === column ? 1 : correlation))),
    ),
  );
  const posterior = createLogPosterior(perDimension, precision, prior.mean);
  let theta = dimensions.map(() => prior.mean);
  let steps = 0;
  for (let moved = Infinity; moved > 1e-10 && steps < 100; steps += 1) {
    const next = newtonStep(posterior, theta);
    moved = Math.max(...next.map((value, index) => Math.abs(value - (theta[index] ?? 0))));
    theta = next;
  }
  const covariance = needed(inverse(posterior.curvature(theta)));
  const evenly = dimensions.map(() => 1 / dimensions.length);
  const estimates = dimensions.map((dimension, index) => {
    return [dimension, { theta: theta[index] ?? 0, se: Math.sqrt(covariance[index]?.[index] ?? 0) }] as const;
  });
  return {
    dimensions: Object.fromEntries(estimates) as Record<Dimension, PointEstimate>,
    composite: { theta: dot(evenly, theta), se: Math.sqrt(dot(evenly, times(covariance, evenly))) },
    steps,
  };
}

/** Log posterior up to a constant; concave. */
interface LogPosterior {
  readonly height: (theta: readonly number[]) => number;
  readonly slope: (theta: readonly number[]) => number[];
  /** Negative second derivatives: positive definite everywhere. */
  readonly curvature: (theta: readonly number[]) => number[][];
}

function createLogPosterior(
  answers: readonly (readonly Likelihood[])[],
  precision: Matrix,
  mean: number,
): LogPosterior {
  const away = (theta: readonly number[]): number[] => theta.map((value) => value - mean);
  const sumsAt = (theta: readonly number[]): Derivatives[] =>
    answers.map((list, index) => sumDerivatives(list, theta[index] ?? 0));
  return {
    height: (theta) => {
      const likelihood = answers.reduce(
        (sum, list, index) => list.reduce((part, one) => part + one.logProbability(theta[index] ?? 0), sum),
        0,
      );
      return likelihood - dot(away(theta), times(precision, away(theta))) / 2;
    },
    slope: (theta) => {
      const pull = times(precision, away(theta));
      return sumsAt(theta).map(({ score }, index) => score - (pull[index] ?? 0));
    },
    curvature: (theta) => {
      const sums = sumsAt(theta);
      return precision.map((row, index) =>
        row.map((value, column) => value + (index === column ? (sums[index]?.information ?? 0) : 0)),
      );
    },
  };
}

/** Halves the step until the posterior does not decrease. */
function newtonStep({ height, slope, curvature }: LogPosterior, theta: readonly number[]): number[] {
  const direction = times(needed(inverse(curvature(theta))), slope(theta));
  const start = height(theta);
  for (let length = 1; length > 1e-9; length /= 2) {
    const next = theta.map((value, index) => value + length * (direction[index] ?? 0));
    if (height(next) >= start) return next;
  }
  return [...theta];
}

function needed(matrix: number[][] | null): number[][] {
  if (matrix === null) throw new RangeError('the correlation is out of range');
  return matrix;
}
