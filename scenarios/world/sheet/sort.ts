/**
 * Sorts the whole table, or one column alone, which separates it from its rows. The order ignores typed
 * text and language.
 */
import { cellKey, contentOf, findPlace, sameContent } from './cells.ts';
import { SheetValues } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { canonicalFormula, findFormula } from './formula-text.ts';
import type { CellAddress } from './formula-tokens.ts';
import type { CellContent, SheetAction, SheetState, SheetWorld } from './types.ts';

type Sort = Extract<SheetAction, { type: 'sort' }>;

/** Cells sort by kind, then by value. */
interface Rank {
  readonly kind: number;
  readonly value: number;
}

/** Kinds in sorting order. Empty cells are last in either direction, as in every spreadsheet. */
const kinds = { number: 0, date: 1, time: 2, word: 3, typed: 4, fault: 5, empty: 6 } as const;

export function sortSheet(world: SheetWorld, state: SheetState, action: Sort): SheetState {
  const sorted = rowsInOrder(world, state, action);
  if (sorted.every((row, index) => row === state.order[index])) return state;
  return action.scope === 'table'
    ? moveRows(world, state, sorted)
    : moveColumn(world, state, action.column, sorted);
}

export function isInOrder(
  world: SheetWorld,
  state: SheetState,
  by: Pick<Sort, 'column' | 'direction'>,
): boolean {
  return rowsInOrder(world, state, by).every((row, index) => row === state.order[index]);
}

function rowsInOrder(
  world: SheetWorld,
  state: SheetState,
  { column, direction }: Pick<Sort, 'column' | 'direction'>,
): readonly string[] {
  const values = new SheetValues(world, state);
  const ranked = state.order.map((row) => ({ row, rank: rankOf(world, state, values, { row, column }) }));
  const sign = direction === 'up' ? 1 : -1;
  return ranked
    .sort(({ rank: left }, { rank: right }) => {
      if (left.kind === kinds.empty || right.kind === kinds.empty) return left.kind - right.kind;
      return sign * (left.kind - right.kind || left.value - right.value);
    })
    .map(({ row }) => row);
}

function rankOf(
  world: SheetWorld,
  state: SheetState,
  values: SheetValues,
  place: { readonly row: string; readonly column: string },
): Rank {
  const content = contentOf(world, state, place);
  if (content === null) return { kind: kinds.empty, value: 0 };
  if ('word' in content)
    return { kind: kinds.word, value: world.words.findIndex(({ id }) => id === content.word) };
  if ('date' in content) return { kind: kinds.date, value: Number(content.date.replaceAll('-', '')) };
  if ('time' in content) return { kind: kinds.time, value: rankOfTime(content.time) };
  if ('typed' in content) return { kind: kinds.typed, value: 0 };
  const value = values.of(place);
  return value.kind === 'number'
    ? { kind: kinds.number, value: value.number }
    : { kind: kinds.fault, value: 0 };
}

function rankOfTime(time: string): number {
  const [from = 0, to = 0] = time.split('-').map(Number);
  return from * 100 + to;
}

/** Rows move whole; a formula still refers to its own row. */
function moveRows(world: SheetWorld, state: SheetState, order: readonly string[]): SheetState {
  const changed = { ...state.changed };
  for (const row of order) {
    const lines = { from: state.order.indexOf(row) + 2, to: order.indexOf(row) + 2 };
    for (const { id: column } of world.columns) {
      const content = contentOf(world, state, { row, column });
      if (content === null || !('formula' in content)) continue;
      changed[cellKey({ row, column })] = { formula: followRow(content.formula, lines) };
    }
  }
  return { ...state, order, changed };
}

function followRow(canonical: string, lines: { readonly from: number; readonly to: number }): string {
  const formula = findFormula(canonical);
  if (formula === undefined) return canonical;
  const follow = (at: CellAddress): CellAddress => (at.line === lines.from ? { ...at, line: lines.to } : at);
  return canonicalFormula(mapCells(formula, follow));
}

function mapCells(formula: Formula, map: (at: CellAddress) => CellAddress): Formula {
  switch (formula.kind) {
    case 'number':
      return formula;
    case 'cell':
      return { kind: 'cell', at: map(formula.at) };
    case 'range': {
      // A range over several lines is fixed to those lines, whatever they hold.
      const isOneLine = formula.from.line === formula.to.line;
      return isOneLine ? { kind: 'range', from: map(formula.from), to: map(formula.to) } : formula;
    }
    case 'minus':
      return { kind: 'minus', of: mapCells(formula.of, map) };
    case 'operation':
      return { ...formula, left: mapCells(formula.left, map), right: mapCells(formula.right, map) };
    case 'call':
      return { ...formula, parts: formula.parts.map((part) => mapCells(part, map)) };
  }
}

function moveColumn(
  world: SheetWorld,
  state: SheetState,
  column: string,
  sorted: readonly string[],
): SheetState {
  const changed: Record<string, CellContent | null> = { ...state.changed };
  sorted.forEach((from, index) => {
    const place = findPlace(world, state, { column: 1, line: index + 2 });
    if (place === undefined) return;
    const to = { row: place.row, column };
    const content = contentOf(world, state, { row: from, column });
    if (!sameContent(content, contentOf(world, state, to))) changed[cellKey(to)] = content;
  });
  return { ...state, changed };
}
