import type { ItemsReport } from '../../../../server/contract/items.ts';

type Wright = ItemsReport['wright'];

export type WrightRow = Wright['bins'][number] & { readonly steps: Wright['steps'] };

/** Without empty rows at the ends; only played items. Values beyond an end count in its row. */
export function wrightRows({ items, wright }: Pick<ItemsReport, 'items' | 'wright'>): readonly WrightRow[] {
  // A hidden count is small, never zero.
  const played = new Set(items.filter(({ persons }) => persons !== 0).map(({ name }) => name));
  const last = wright.bins.length - 1;
  const rows = wright.bins.map((bin, index) => ({
    ...bin,
    steps: wright.steps.filter(
      ({ name, location }) =>
        played.has(name) && (location >= bin.from || index === 0) && (location < bin.to || index === last),
    ),
  }));
  const areHidden = wright.bins.every(({ persons }) => persons === null);
  const isFilled = ({ persons, steps }: WrightRow): boolean =>
    (persons !== 0 && !areHidden) || steps.length > 0;
  return rows.slice(rows.findIndex(isFilled), rows.findLastIndex(isFilled) + 1).toReversed();
}
