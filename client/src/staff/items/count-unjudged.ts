/** How many items stand without a judgement of their fit. */
import type { ItemsReport } from '../../../../server/contract/items.ts';

/** Of the items that somebody played, those that too few people answered to be judged; each item stands for itself. */
export function countUnjudged(items: readonly Pick<ItemsReport['items'][number], 'persons' | 'misfits'>[]): {
  readonly items: number;
  readonly played: number;
} {
  // A hidden count is a small one, never none.
  const played = items.filter(({ persons }) => persons !== 0);
  return { items: played.filter(({ misfits }) => misfits === null).length, played: played.length };
}
