/** `export items`: a row per item, per comparison and item, and per place of the Wright map. */
import type { DifTable } from '../../scenarios/psychometrics/item-dif.ts';
import type { ItemReport, ItemReportRow } from '../../scenarios/psychometrics/item-report.ts';
import type { Cell } from '../base/csv.ts';
import { type Column, column, flagOf, rounded } from './columns.ts';

/** Limit of the item format. */
const mostPoints = 4;
const possiblePoints = Array.from({ length: mostPoints + 1 }, (_, points) => points);

/** If there are too few persons, gives figures without flags. */
export const itemColumns: readonly Column<ItemReportRow>[] = [
  named('item', 'item_name', ({ name }) => name),
  column('scenario', ({ scenario }) => scenario),
  column('dimension', ({ dimension }) => dimension),
  column('max', ({ steps }) => steps.length),
  ...possiblePoints.slice(1).map((points) => ({
    name: `step_${points}`,
    about: { key: 'item_step' as const, params: { points } },
    cellOf: ({ steps }: ItemReportRow) => steps[points - 1] ?? null,
  })),
  column('provenance', ({ provenance }) => provenance),
  column('persons', ({ persons }) => persons),
  column('skipped', ({ skipped }) => skipped),
  column('mean_points', ({ meanPoints }) => numberCell(meanPoints)),
  ...possiblePoints.flatMap((points) => [
    categoryColumn('n', points, (category) => category.persons),
    categoryColumn('p', points, (category) => numberCell(category.share)),
    categoryColumn('ability', points, (category) => numberCell(category.meanAbility)),
  ]),
  column('ordered', ({ isOrdered }) => flagCell(isOrdered)),
  column('infit', ({ infit }) => numberCell(infit)),
  column('outfit', ({ outfit }) => numberCell(outfit)),
  column('fit_persons', ({ fitPersons }) => fitPersons),
  column('misfit', ({ misfits }) => flagCell(misfits)),
  column('item_rest', ({ itemRest }) => numberCell(itemRest.value)),
  column('item_rest_persons', ({ itemRest }) => itemRest.persons),
];

type DifLine = DifTable['rows'][number] & Pick<DifTable, 'by'>;

export const difColumns: readonly Column<DifLine>[] = [
  column('comparison', ({ by }) => by),
  named('item', 'item_name', ({ name }) => name),
  column('n_reference', ({ persons: [reference] }) => reference),
  column('n_focal', ({ persons: [, focal] }) => focal),
  column('n_needed', ({ personsNeeded }) => personsNeeded),
  column('strata', ({ strata }) => strata),
  column('matching_items', ({ matchingItems }) => matchingItems),
  column('test', ({ difference }) => difference?.test ?? null),
  column('chi_square', ({ difference }) => numberCell(difference?.chiSquare ?? null)),
  // Rounded to significant digits, because p can be very small.
  column('p', ({ difference }) => (difference === null ? null : Number(difference.p.toPrecision(3)))),
  column('size', ({ difference }) => numberCell(difference?.size ?? null)),
  column('class', ({ difference }) => difference?.class ?? null),
];

type WrightLine = Partial<ItemReport['wright']['bins'][number] & ItemReport['wright']['steps'][number]>;

export const wrightColumns: readonly Column<WrightLine>[] = [
  column('kind', ({ step }) => (step === undefined ? 'persons' : 'step')),
  column('from', ({ from, location }) => from ?? numberCell(location ?? null)),
  column('to', ({ to }) => to ?? null),
  named('persons', 'bin_persons', ({ persons }) => persons ?? null),
  named('item', 'step_item', ({ name }) => name ?? null),
  column('step', ({ step }) => step ?? null),
];

export function difLines({ dif }: ItemReport): DifLine[] {
  return dif.flatMap(({ by, rows }) => rows.map((row) => ({ by, ...row })));
}

export function wrightLines({ wright: { bins, steps } }: ItemReport): WrightLine[] {
  return [...bins, ...steps];
}

function named<Row>(
  name: string,
  key: Column<Row>['about']['key'],
  cellOf: Column<Row>['cellOf'],
): Column<Row> {
  return { name, about: { key }, cellOf };
}

type Category = ItemReportRow['categories'][number];

function categoryColumn(
  prefix: 'n' | 'p' | 'ability',
  points: number,
  cellOf: (category: Category) => Cell,
): Column<ItemReportRow> {
  return {
    name: `${prefix}_${points}`,
    about: { key: `${prefix}_points`, params: { points } },
    cellOf: ({ categories }) => {
      const category = categories[points];
      return category === undefined ? null : cellOf(category);
    },
  };
}

function numberCell(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

function flagCell(value: boolean | null): number | null {
  return value === null ? null : flagOf(value);
}
