/** Hides small cells, which could identify people. */
import type { ItemReport, ItemReportRow } from './item-report.ts';

/** 1 to 9 are hidden (docs/researchers/en/measurement.md, Fairness). */
const smallestShown = 10;

/** Null: 1 to 9, or hidden so that subtraction reveals nothing. */
type ShownCount = number | null;

type MaskedRow = Omit<ItemReportRow, 'persons' | 'skipped' | 'fitPersons' | 'categories' | 'itemRest'> & {
  readonly persons: ShownCount;
  readonly skipped: ShownCount;
  readonly categories: readonly {
    readonly points: number;
    readonly persons: ShownCount;
    readonly share: number | null;
    readonly meanAbility: number | null;
  }[];
  readonly itemRest: number | null;
};

export interface MaskedReport extends Omit<
  ItemReport,
  'persons' | 'items' | 'dependence' | 'dif' | 'wright' | 'reliability'
> {
  readonly persons: ShownCount;
  readonly items: readonly MaskedRow[];
  /** Without the mean of all pairs, because some have few people. */
  readonly dependence: Pick<ItemReport['dependence'], 'flagged'>;
  readonly dif: readonly {
    readonly by: ItemReport['dif'][number]['by'];
    readonly persons: readonly [ShownCount, ShownCount];
    readonly rows: ItemReport['dif'][number]['rows'];
  }[];
  readonly wright: Omit<ItemReport['wright'], 'bins'> & {
    readonly bins: readonly { readonly from: number; readonly to: number; readonly persons: ShownCount }[];
  };
  readonly reliability: readonly (Omit<ItemReport['reliability'][number], 'persons'> & {
    readonly persons: ShownCount;
  })[];
}

/** Below ten people in all, shows no figures. */
export function maskReport(report: ItemReport): MaskedReport {
  const bins = maskCounts(report.wright.bins.map(({ persons }) => persons));
  return {
    ...report,
    persons: maskCount(report.persons),
    items: report.items.map(maskItem),
    dependence: {
      flagged: report.dependence.flagged.filter(({ persons }) => persons >= smallestShown),
    },
    dif: report.dif.map(({ by, persons, rows }) => ({
      by,
      persons: pairOf(maskCounts(persons)),
      rows: rows.filter((row) => row.persons.every((count) => count >= smallestShown)),
    })),
    wright: {
      ...report.wright,
      bins: report.wright.bins.map(({ from, to }, place) => ({ from, to, persons: bins[place] ?? null })),
    },
    reliability: report.reliability.map((row) =>
      isSmall(row.persons) || isSmall(report.persons) ? { ...row, persons: null, eap: null, wle: null } : row,
    ),
  };
}

function maskItem({ fitPersons, ...row }: ItemReportRow): MaskedRow {
  const isHidden = isSmall(row.persons);
  const counts = maskCounts(row.categories.map(({ persons }) => persons));
  const shownIf = <Value>(isShown: boolean, value: Value): Value | null => (isShown ? value : null);
  return {
    ...row,
    persons: maskCount(row.persons),
    skipped: isHidden ? null : maskCount(row.skipped),
    categories: row.categories.map((category, place) => {
      const persons = isHidden ? null : (counts[place] ?? null);
      const isShown = persons !== null && persons > 0;
      return {
        points: category.points,
        persons,
        share: persons === null ? null : category.share,
        meanAbility: shownIf(isShown, category.meanAbility),
      };
    }),
    // Together with the counts shown, a mean would reveal hidden ones.
    meanPoints: shownIf(!isHidden && !counts.includes(null), row.meanPoints),
    isOrdered: shownIf(!isHidden, row.isOrdered),
    infit: shownIf(fitPersons >= smallestShown, row.infit),
    outfit: shownIf(fitPersons >= smallestShown, row.outfit),
    itemRest: shownIf(row.itemRest.persons >= smallestShown, row.itemRest.value),
  };
}

function isSmall(count: number): boolean {
  return count > 0 && count < smallestShown;
}

function maskCount(count: number): ShownCount {
  return isSmall(count) ? null : count;
}

/**
 * Hides every cell of fewer than ten people in all: a zero would tell. Otherwise hides small cells, then
 * the next smallest until two cells with together ten people are hidden: a total would tell.
 */
function maskCounts(counts: readonly number[]): ShownCount[] {
  if (isSmall(counts.reduce((sum, count) => sum + count, 0))) return counts.map(() => null);
  const cells = counts.map((count, place) => ({ count, place })).filter(({ count }) => count > 0);
  const hidden = new Set<number>();
  let persons = 0;
  for (const { count, place } of cells.toSorted((left, right) => left.count - right.count)) {
    const isEnough = hidden.size === 0 || (hidden.size > 1 && persons >= smallestShown);
    if (!isSmall(count) && isEnough) break;
    hidden.add(place);
    persons += count;
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count));
}

function pairOf([one = null, other = null]: readonly ShownCount[]): readonly [ShownCount, ShownCount] {
  return [one, other];
}
