import type { ItemReport } from '../../scenarios/psychometrics/item-report.ts';
import type { Cell } from '../base/csv.ts';
import { flagOf, rounded } from './columns.ts';

export interface ReportTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Limit of the item format. */
const mostPoints = 4;

/** If there are too few persons, gives figures without flags. */
export function itemTable({ items }: ItemReport): ReportTable {
  const categories = Array.from({ length: mostPoints + 1 }, (_, points) => points);
  return {
    name: 'items',
    header: [
      ...['item', 'scenario', 'dimension', 'max', 'steps', 'provenance', 'persons', 'skipped', 'mean_points'],
      ...categories.flatMap((points) => [`n_${points}`, `p_${points}`, `ability_${points}`]),
      ...['ordered', 'infit', 'outfit', 'fit_persons', 'misfit', 'item_rest', 'item_rest_persons'],
    ],
    rows: items.map((item) => [
      ...[item.name, item.scenario, item.dimension, item.steps.length, item.steps.join(' '), item.provenance],
      ...[item.persons, item.skipped, numberCell(item.meanPoints)],
      ...categories.flatMap((points): Cell[] => {
        const category = item.categories[points];
        if (category === undefined) return [null, null, null];
        return [category.persons, numberCell(category.share), numberCell(category.meanAbility)];
      }),
      ...[flagCell(item.isOrdered), numberCell(item.infit), numberCell(item.outfit), item.fitPersons],
      ...[flagCell(item.misfits), numberCell(item.itemRest.value), item.itemRest.persons],
    ]),
  };
}

export function difTable({ dif }: ItemReport): ReportTable {
  return {
    name: 'dif',
    header: [
      ...['comparison', 'item', 'n_reference', 'n_focal', 'n_needed', 'strata', 'matching_items'],
      ...['test', 'chi_square', 'p', 'size', 'class'],
    ],
    rows: dif.flatMap(({ by, rows }) =>
      rows.map(({ name, persons: [reference, focal], difference, ...row }) => [
        ...[by, name, reference, focal, row.personsNeeded, row.strata, row.matchingItems],
        ...(difference === null
          ? [null, null, null, null, null]
          : [
              difference.test,
              rounded(difference.chiSquare),
              // Rounded to significant digits, because p can be very small.
              Number(difference.p.toPrecision(3)),
              rounded(difference.size),
              difference.class,
            ]),
      ]),
    ),
  };
}

export function wrightTable({ wright: { bins, steps } }: ItemReport): ReportTable {
  return {
    name: 'wright',
    header: ['kind', 'from', 'to', 'persons', 'item', 'step'],
    rows: [
      ...bins.map(({ from, to, persons }) => ['persons', from, to, persons, null, null]),
      ...steps.map(({ name, step, location }) => ['step', rounded(location), null, null, name, step]),
    ],
  };
}

function numberCell(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

function flagCell(value: boolean | null): number | null {
  return value === null ? null : flagOf(value);
}
