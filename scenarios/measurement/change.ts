/** Whether a second attempt shows another ability than the first (assessment.md §3.2, §6.1). */
import type { Estimate } from '../kit/measurement-types.ts';

/**
 * What a change is called. A learner is told of progress or of « stable pour l’instant » only; decline is for counsellors,
 * with all its doubt.
 */
export type Change = 'clear-progress' | 'progress' | 'stable' | 'decline';

type Estimated = Pick<Estimate, 'theta' | 'se'>;

/** Reliable change: RC = (θ₂ − θ₁) / √(SE₁² + SE₂²), in standard errors. */
export function reliableChange(first: Estimated, second: Estimated): number {
  return (second.theta - first.theta) / Math.hypot(first.se, second.se);
}

/**
 * Progress where RC > 1.28 (90 % one-sided), clear progress where it is > 1.96, decline where it is < −1.28, else stable.
 * Both errors hold the doubt about difficulties, though the same guesses are behind both estimates: rather once too
 * seldom than once too often. Attempts less than two weeks apart may show practice instead (assessment.md §8).
 */
export function changeBetween(first: Estimated, second: Estimated): Change {
  const change = reliableChange(first, second);
  if (change > 1.96) return 'clear-progress';
  if (change > 1.28) return 'progress';
  return change < -1.28 ? 'decline' : 'stable';
}
