/** Whether a second attempt shows another ability than the first (assessment.md §3.2, §6.1). */
import type { Estimate } from '../kit/measurement-types.ts';

/**
 * Learners only see progress or « stable pour l’instant »; decline is for counsellors, with its uncertainty.
 */
export type Change = 'clear-progress' | 'progress' | 'stable' | 'decline';

type Estimated = Pick<Estimate, 'theta' | 'se'>;

/** Reliable change: RC = (θ₂ − θ₁) / √(SE₁² + SE₂²), in standard errors. */
export function reliableChange(first: Estimated, second: Estimated): number {
  return (second.theta - first.theta) / Math.hypot(first.se, second.se);
}

/**
 * Progress if RC > 1.28 (90 % one-sided), clear progress if > 1.96, decline if < −1.28, else stable.
 * Conservative: both errors include the uncertainty of difficulties, although both estimates share the same
 * guesses. Attempts less than two weeks apart may show practice instead (assessment.md §8).
 */
export function changeBetween(first: Estimated, second: Estimated): Change {
  const change = reliableChange(first, second);
  if (change > 1.96) return 'clear-progress';
  if (change > 1.28) return 'progress';
  return change < -1.28 ? 'decline' : 'stable';
}
