/**
 * For research: ML, MAP and Warm's weighted likelihood (WLE; Warm 1989), in logits. S is the score
 * function, I the information. Reports use the EAP.
 */
import { likelihoodOf, sumDerivatives, type Derivatives, type Likelihood } from './likelihood.ts';
import type { Bank, Response } from '../kit/measurement-types.ts';

export interface PointEstimate {
  /** Within ±`abilityLimit`. */
  readonly theta: number;
  readonly se: number;
}

/** Logits. No useful item tells abilities apart beyond it. */
export const abilityLimit = 15;

const searchStep = 0.25;

/** S = 0, SE = I^−½. Null without a maximum: no answers, no or all points. */
export function estimateMl(responses: readonly Response[]): PointEstimate | null {
  const isOpen =
    responses.some(({ points }) => points > 0) &&
    responses.some(({ item, points }) => points < item.steps.length);
  return isOpen ? maximumLikelihood(responses.map(likelihoodOf)) : null;
}

/** S − (θ − μ)/σ² = 0, SE = (I + 1/σ²)^−½. Without an answer, the prior. */
export function estimateMap(responses: readonly Response[], prior: Bank['prior']): PointEstimate {
  return maximumPosterior(responses.map(likelihoodOf), prior);
}

/** S + J/(2I) = 0, SE = I^−½. Finite for no or all points, with a large error. Null without an answer. */
export function estimateWle(responses: readonly Response[]): PointEstimate | null {
  return responses.length === 0 ? null : weightedLikelihood(responses.map(likelihoodOf));
}

/** Returns ±`abilityLimit` if no maximum lies inside. */
export function maximumLikelihood(answers: readonly Likelihood[]): PointEstimate {
  return solve(
    answers,
    ({ score }) => score,
    ({ information }) => information,
  );
}

export function maximumPosterior(answers: readonly Likelihood[], { mean, sd }: Bank['prior']): PointEstimate {
  return solve(
    answers,
    ({ score }, theta) => score - (theta - mean) / sd ** 2,
    ({ information }) => information + 1 / sd ** 2,
  );
}

export function weightedLikelihood(answers: readonly Likelihood[]): PointEstimate {
  return solve(
    answers,
    // Far from every item J and I vanish; the score function alone has the right sign.
    ({ score, information, warm }) => score + (information > 0 ? warm / (2 * information) : 0),
    ({ information }) => information,
  );
}

function solve(
  answers: readonly Likelihood[],
  slopeAt: (sums: Derivatives, theta: number) => number,
  precisionAt: (sums: Derivatives) => number,
): PointEstimate {
  const theta = findHighestMaximum((place) => slopeAt(sumDerivatives(answers, place), place));
  return { theta, se: precisionAt(sumDerivatives(answers, theta)) ** -0.5 };
}

/** There may be several maxima if items are far apart: integrates the slope to find the highest. */
function findHighestMaximum(slope: (theta: number) => number): number {
  let height = 0;
  let before = slope(-abilityLimit);
  let best = { height: before <= 0 ? 0 : -Infinity, from: -abilityLimit, to: -abilityLimit };
  for (let from = -abilityLimit; from < abilityLimit; from += searchStep) {
    const to = from + searchStep;
    const next = slope(to);
    const rise = (searchStep * (before + next)) / 2;
    if (before > 0 && next <= 0 && height + Math.max(rise, 0) > best.height) {
      best = { height: height + Math.max(rise, 0), from, to };
    }
    height += rise;
    before = next;
  }
  if (before > 0 && height > best.height) return abilityLimit;
  return bisect(slope, best.from, best.to);
}

/** The slope must be positive at exactly one end. */
function bisect(slope: (theta: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
