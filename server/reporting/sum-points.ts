import type { ItemResult } from '../../scenarios/kit/log.ts';

/** Shown to talk about; it is not a score. */
export function sumPoints(items: readonly ItemResult[]): { earned: number; possible: number } {
  return {
    earned: items.reduce((sum, item) => sum + item.points, 0),
    possible: items.reduce((sum, item) => sum + item.max, 0),
  };
}
