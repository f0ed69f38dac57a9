import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { itemName, sceneName } from '../../scenarios/psychometrics/item-name.ts';
import {
  largestMaximum,
  missing,
  type ResponseMatrix,
} from '../../scenarios/psychometrics/calibrate-types.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';

export interface CsvResponses {
  readonly matrix: ResponseMatrix;
  readonly ignored: readonly string[];
  /** Number of answers left out because their scene was eased. */
  readonly eased: number;
  /** Number of attempts left out because staff have not decided on their flags. */
  readonly held: number;
}

/** Lines count from 1. */
export type CsvFault =
  | { readonly code: 'csv-empty' }
  | { readonly code: 'csv-broken'; readonly detail: string }
  | { readonly code: 'csv-column-twice'; readonly column: string }
  | { readonly code: 'csv-column-unknown'; readonly column: string }
  | { readonly code: 'csv-no-items' }
  | {
      readonly code: 'csv-ragged';
      readonly line: number;
      readonly cells: number;
      readonly columns: number;
    }
  | { readonly code: 'csv-id-twice'; readonly line: number; readonly id: string; readonly first: number }
  | { readonly code: 'csv-no-points'; readonly line: number; readonly column: string; readonly cell: string }
  | {
      readonly code: 'csv-too-many-points';
      readonly line: number;
      readonly column: string;
      readonly points: number;
      readonly maximum: number;
    };

export interface CsvOptions {
  /** If the table has any of the bank's items, other columns are ignored. */
  readonly bank: Bank;
  /** Null: the column person, id or persons, if there is one. */
  readonly idColumn: string | null;
  readonly without: readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const records = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number().int() }) }),
);

/**
 * Cells are whole points; `NA` or an empty cell is missing. Separator: comma, semicolon or tab. In our own
 * matrices, skips attempts with a `held_for`, answers with `S02_eased` 1 and all but each person's first attempt.
 */
export function readCsvResponses(
  text: string,
  options: CsvOptions,
): { readonly responses: CsvResponses } | { readonly fault: CsvFault } {
  const read = readRows(text);
  if ('fault' in read) return read;
  const [header, ...rows] = read.rows;
  if (header === undefined || rows.length === 0) return { fault: { code: 'csv-empty' } };
  const counting = withoutHeld(header.cells, rows, options);
  const columns = chooseColumns(header.cells, counting, options);
  if ('code' in columns) return { fault: columns };
  const ragged = findRagged(rows, header.cells.length);
  if (ragged !== null) return { fault: ragged };
  const persons = firstAttempts(counting, columns);
  const fault = findTwice(persons, columns.id);
  if (fault !== null) return { fault };
  return readPoints(persons, columns, { header: header.cells, held: rows.length - counting.length });
}

function readRows(text: string): { readonly rows: readonly Row[] } | { readonly fault: CsvFault } {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return { rows: records.parse(parsed).map(({ record, info }) => ({ cells: record, line: info.lines })) };
  } catch (error) {
    if (error instanceof CsvError) return { fault: { code: 'csv-broken', detail: error.message } };
    throw error;
  }
}

interface Columns {
  /** Column index; −1 if there is none. */
  readonly id: number;
  readonly attempt: number;
  readonly items: readonly ItemColumn[];
  readonly ignored: readonly string[];
}

interface ItemColumn {
  readonly name: string;
  readonly index: number;
  /** Null: unknown; the largest number of points found counts. */
  readonly maximum: number | null;
  readonly eased: number;
}

const noAnswer = /^(?:NA)?$/i;
const usualIds = ['person', 'persons', 'id'];

function chooseColumns(
  header: readonly string[],
  rows: readonly Row[],
  options: CsvOptions,
): Columns | CsvFault {
  const { bank, idColumn, without } = options;
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return { code: 'csv-column-twice', column: twice };
  const unknown = [...without, ...(idColumn === null ? [] : [idColumn])].find(
    (name) => !header.includes(name),
  );
  if (unknown !== undefined) return { code: 'csv-column-unknown', column: unknown };
  const id =
    idColumn === null
      ? header.findIndex((name) => usualIds.includes(name.toLowerCase()))
      : header.indexOf(idColumn);
  const known = new Map(bank.items.map((item) => [itemName(item), item]));
  const isOurs = isOwnTable(header, options);
  const items = header.flatMap((name, index): ItemColumn[] => {
    const item = known.get(name);
    if (index === id || without.includes(name) || (isOurs && item === undefined)) return [];
    // Our matrices include items that nobody played.
    if (item !== undefined && rows.every(({ cells }) => noAnswer.test(cells[index] ?? ''))) return [];
    const eased = item === undefined ? -1 : header.indexOf(`${sceneName(item.scenario)}_eased`);
    return [{ name, index, maximum: item?.steps.length ?? null, eased }];
  });
  if (items.length === 0) return { code: 'csv-no-items' };
  const used = new Set([id, ...items.map(({ index }) => index)]);
  const attempt = isOurs ? header.indexOf('attempt_number') : -1;
  return { id, attempt, items, ignored: header.filter((_, index) => !used.has(index)) };
}

function isOwnTable(header: readonly string[], { bank }: CsvOptions): boolean {
  return bank.items.some((item) => header.includes(itemName(item)));
}

/** Keeps all rows if the table is not ours, or has no such column. */
function withoutHeld(header: readonly string[], rows: readonly Row[], options: CsvOptions): readonly Row[] {
  const held = isOwnTable(header, options) ? header.indexOf('held_for') : -1;
  return held === -1 ? rows : rows.filter(({ cells }) => noAnswer.test(cells[held] ?? ''));
}

function findRagged(rows: readonly Row[], columns: number): CsvFault | null {
  const ragged = rows.find(({ cells }) => cells.length !== columns);
  return ragged === undefined
    ? null
    : { code: 'csv-ragged', line: ragged.line, cells: ragged.cells.length, columns };
}

/** Keeps all rows if the table has no such columns. */
function firstAttempts(rows: readonly Row[], { id, attempt }: Columns): readonly Row[] {
  if (id === -1 || attempt === -1) return rows;
  const numberOf = ({ cells }: Row): number => Number(cells[attempt]);
  const lowest = new Map<string, number>();
  for (const row of rows) {
    const person = row.cells[id] ?? '';
    lowest.set(person, Math.min(numberOf(row), lowest.get(person) ?? Infinity));
  }
  return rows.filter((row) => numberOf(row) === lowest.get(row.cells[id] ?? ''));
}

function findTwice(rows: readonly Row[], id: number): CsvFault | null {
  if (id === -1) return null;
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const person = cells[id] ?? '';
    const first = lines.get(person);
    if (first !== undefined) return { code: 'csv-id-twice', line, id: person, first };
    lines.set(person, line);
  }
  return null;
}

/** R and spreadsheets write 2 or 2.0. */
const wholePoints = /^(\d{1,2})(?:\.0+)?$/;

function readPoints(
  rows: readonly Row[],
  { items, ignored }: Columns,
  { header, held }: { readonly header: readonly string[]; readonly held: number },
): { readonly responses: CsvResponses } | { readonly fault: CsvFault } {
  const points = new Int8Array(rows.length * items.length).fill(missing);
  let eased = 0;
  for (const [person, { line, cells }] of rows.entries()) {
    for (const [item, { index, maximum, eased: easedIndex }] of items.entries()) {
      const cell = cells[index] ?? '';
      const column = header[index] ?? '';
      if (noAnswer.test(cell)) continue;
      const earned = Number(wholePoints.exec(cell)?.[1] ?? Number.NaN);
      if (Number.isNaN(earned)) return { fault: { code: 'csv-no-points', line, column, cell } };
      const most = maximum ?? largestMaximum;
      if (earned > most) {
        return { fault: { code: 'csv-too-many-points', line, column, points: earned, maximum: most } };
      }
      if (cells[easedIndex] === '1') eased += 1;
      else points[person * items.length + item] = earned;
    }
  }
  const matrixItems = items.map(({ name, maximum }, item) => ({
    id: name,
    maximum: maximum ?? largestOf(points, item, items.length),
  }));
  return {
    responses: { matrix: { items: matrixItems, persons: rows.length, points }, ignored, eased, held },
  };
}

function largestOf(points: Int8Array, item: number, width: number): number {
  let largest = 1;
  for (let index = item; index < points.length; index += width) {
    largest = Math.max(largest, points[index] ?? 0);
  }
  return largest;
}
