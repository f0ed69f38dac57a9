import type { ItemsReport } from '../../../../server/contract/items.ts';

export function countUnjudged(items: readonly Pick<ItemsReport['items'][number], 'persons' | 'misfits'>[]): {
  readonly items: number;
  readonly played: number;
} {
  // A hidden count is small, never zero.
  const played = items.filter(({ persons }) => persons !== 0);
  return { items: played.filter(({ misfits }) => misfits === null).length, played: played.length };
}
