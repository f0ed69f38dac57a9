import type { CellAddress } from './formula-tokens.ts';
import type { CellContent, CellPlace, SheetState, SheetWorld } from './types.ts';

export const HEAD = 'head';

export function cellKey({ row, column }: CellPlace): string {
  return `${row}.${column}`;
}

/** Line ids from top to bottom: titles, table, rows below. */
export function linesOf(world: SheetWorld, state: Pick<SheetState, 'order'>): readonly string[] {
  return [HEAD, ...state.order, ...world.below.map(({ id }) => id)];
}

export function hasCell(world: SheetWorld, { row, column }: CellPlace): boolean {
  const isColumn = world.columns.some(({ id }) => id === column);
  return isColumn && (row === HEAD || [...world.rows, ...world.below].some(({ id }) => id === row));
}

/** What typed text is read as in this cell; a title is text. */
export function readsAt(world: SheetWorld, { row, column }: CellPlace): 'hours' | undefined {
  return row === HEAD ? undefined : world.columns.find(({ id }) => id === column)?.reads;
}

/** Null if empty. The world's own titles are no content. */
export function givenContent(world: SheetWorld, { row, column }: CellPlace): CellContent | null {
  const index = world.columns.findIndex(({ id }) => id === column);
  return [...world.rows, ...world.below].find(({ id }) => id === row)?.cells[index] ?? null;
}

/** Null if empty, and for an unchanged title. */
export function contentOf(world: SheetWorld, state: SheetState, place: CellPlace): CellContent | null {
  const changed = state.changed[cellKey(place)];
  return changed === undefined ? givenContent(world, place) : changed;
}

/** Undefined if the place is outside the sheet. */
export function findPlace(
  world: SheetWorld,
  state: Pick<SheetState, 'order'>,
  { column, line }: CellAddress,
): CellPlace | undefined {
  const columnId = world.columns[column - 1]?.id;
  const row = linesOf(world, state)[line - 1];
  return columnId === undefined || row === undefined ? undefined : { row, column: columnId };
}

export function addressOf(
  world: SheetWorld,
  state: Pick<SheetState, 'order'>,
  { row, column }: CellPlace,
): CellAddress {
  return {
    column: world.columns.findIndex(({ id }) => id === column) + 1,
    line: linesOf(world, state).indexOf(row) + 1,
  };
}

/** A typed text equals only itself, whatever it says. */
export function sameContent(left: CellContent | null, right: CellContent | null): boolean {
  if (left === null || right === null) return left === right;
  if ('typed' in left && 'typed' in right) {
    return left.by.epoch === right.by.epoch && left.by.actionSeq === right.by.actionSeq;
  }
  const [leftEntry] = Object.entries(left);
  const [rightEntry] = Object.entries(right);
  return leftEntry?.[0] === rightEntry?.[0] && leftEntry?.[1] === rightEntry?.[1];
}
