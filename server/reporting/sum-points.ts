/** Points as counsellors may talk about them: an observation of what was played, and no score. */
import type { ItemResult } from '../../scenarios/kit/log.ts';

/** Sum of points earned and possible over items. */
export function sumPoints(items: readonly ItemResult[]): { earned: number; possible: number } {
  return {
    earned: items.reduce((sum, item) => sum + item.points, 0),
    possible: items.reduce((sum, item) => sum + item.max, 0),
  };
}
