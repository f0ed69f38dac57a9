/**
 * The number for a gradebook: the per cent of the points of all items that a person of this ability can be expected to
 * earn (the test characteristic curve), so that it means the same whichever scenes were played (assessment.md §6.4).
 */
import { expectedPoints, type ItemCurve } from './models.ts';

/** Expected share of the points of these items at θ (logits), 0 to 1; rises with θ. Needs at least one item. */
export function expectedShare(items: readonly ItemCurve[], theta: number): number {
  const points = items.reduce((sum, { steps }) => sum + steps.length, 0);
  return items.reduce((sum, item) => sum + expectedPoints(item, theta), 0) / points;
}

/**
 * The expected share as a whole per cent, 1 to 100. Never 0: several platforms treat a grade of 0 as no grade. With all
 * items of the bank it is the score; with those of one dimension, that dimension's per cent.
 */
export function scoreAt(items: readonly ItemCurve[], theta: number): number {
  return Math.min(100, Math.max(1, Math.round(100 * expectedShare(items, theta))));
}
