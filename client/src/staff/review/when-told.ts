import type { StaffReview } from '../../../../server/contract/review.ts';

/** Whether the person's own report says what this page says. */
export type WhenTold = 'now' | 'later' | 'never';

/** The own report says nothing of an attempt that goes on, waits for a decision or is set aside. */
export function whenTold({
  attempt,
  heldFor,
  setAside,
}: Pick<StaffReview, 'attempt' | 'heldFor' | 'setAside'>): WhenTold {
  if (setAside !== null || heldFor.length > 0) return 'never';
  return attempt.endedAt === null ? 'later' : 'now';
}
