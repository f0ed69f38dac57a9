/** Expected percentage of the points of all items at an ability (test characteristic curve). */
import { expectedPoints, type ItemCurve } from './models.ts';

/** 0 to 1, increasing with θ (logits). */
export function expectedShare(items: readonly ItemCurve[], theta: number): number {
  const points = items.reduce((sum, { steps }) => sum + steps.length, 0);
  return items.reduce((sum, item) => sum + expectedPoints(item, theta), 0) / points;
}

/** 1 to 100, because several platforms treat 0 as no grade. */
export function scoreAt(items: readonly ItemCurve[], theta: number): number {
  return Math.min(100, Math.max(1, Math.round(100 * expectedShare(items, theta))));
}
