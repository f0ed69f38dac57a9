/** Reliable change between two attempts (Jacobson and Truax 1991). */
import type { Estimate } from '../kit/measurement-types.ts';

/** Learners see only progress or « stable pour l’instant »; decline is for counsellors. */
export type Change = 'clear-progress' | 'progress' | 'stable' | 'decline';

type Estimated = Pick<Estimate, 'theta' | 'se'>;

/** RC = (θ₂ − θ₁) / √(SE₁² + SE₂²), in standard errors. */
export function reliableChange(first: Estimated, second: Estimated): number {
  return (second.theta - first.theta) / Math.hypot(first.se, second.se);
}

/**
 * RC > 1.28 (90 %, one-sided) is progress, > 1.96 clear progress, < −1.28 decline. Conservative: both
 * errors include the same guesses. Within two weeks it may be practice.
 */
export function changeBetween(first: Estimated, second: Estimated): Change {
  const change = reliableChange(first, second);
  if (change > 1.96) return 'clear-progress';
  if (change > 1.28) return 'progress';
  return change < -1.28 ? 'decline' : 'stable';
}
