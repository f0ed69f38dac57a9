/**
 * The first simple score: points earned of points possible over the played scenes. It stands until the measurement
 * model is there, so a comment names it for what it is.
 */
import type { ItemResult, SceneResult } from '../../scenarios/log.ts';

/** Sum of points earned and possible over items. */
export function sumPoints(items: readonly ItemResult[]): { earned: number; possible: number } {
  return {
    earned: items.reduce((sum, item) => sum + item.points, 0),
    possible: items.reduce((sum, item) => sum + item.max, 0),
  };
}

/**
 * Whole per cent of the possible points, from 1 to 100, or null where nothing could be earned.
 * Never 0: several platforms treat a grade of 0 as no grade (assessment.md §6.4).
 */
export function scoreOf(results: readonly SceneResult[]): number | null {
  const { earned, possible } = sumPoints(results.flatMap((result) => result.items));
  if (possible === 0) return null;
  return Math.min(100, Math.max(1, Math.round((100 * earned) / possible)));
}
