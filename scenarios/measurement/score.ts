/**
 * The score for a gradebook: the expected percentage of the points of all items at an ability (test
 * characteristic curve). It means the same whichever scenes were played (assessment.md §6.4).
 */
import { expectedPoints, type ItemCurve } from './models.ts';

/**
 * Expected share of the points of these items at θ (logits), 0 to 1; increases with θ. Needs at least one
 * item.
 */
export function expectedShare(items: readonly ItemCurve[], theta: number): number {
  const points = items.reduce((sum, { steps }) => sum + steps.length, 0);
  return items.reduce((sum, item) => sum + expectedPoints(item, theta), 0) / points;
}

/**
 * The expected share as a whole percentage, 1 to 100. Never 0, because several platforms treat a grade of 0
 * as no grade. Give all items of the bank, or those of one dimension.
 */
export function scoreAt(items: readonly ItemCurve[], theta: number): number {
  return Math.min(100, Math.max(1, Math.round(100 * expectedShare(items, theta))));
}
