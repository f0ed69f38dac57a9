/** « Somme »: puts the sum of a column in the chosen cell below the table, or in the first free one. */
import { addressOf, contentOf, HEAD, sameContent } from './cells.ts';
import { SheetValues } from './evaluate.ts';
import { canonicalFormula } from './formula-text.ts';
import type { CellContent, CellPlace, SheetState, SheetWorld } from './types.ts';

interface Sum {
  readonly place: CellPlace;
  readonly content: CellContent;
}

/** Undefined if the column has no number, or no room below the table. */
export function findSum(world: SheetWorld, state: SheetState, chosen: CellPlace): Sum | undefined {
  const content = findContent(world, state, chosen.column);
  const place = findPlaceForSum(world, state, chosen);
  return content === undefined || place === undefined ? undefined : { place, content };
}

/**
 * The filled cell because of which `findSum` has no room: the one with the sum, otherwise the first. Undefined
 * if the column has no number or a cell is free.
 */
export function findFilledBelow(
  world: SheetWorld,
  state: SheetState,
  chosen: CellPlace,
): { readonly place: CellPlace; readonly isSum: boolean } | undefined {
  const sum = findContent(world, state, chosen.column);
  if (sum === undefined || findPlaceForSum(world, state, chosen) !== undefined) return undefined;
  const places = world.below.map(({ id: row }) => ({ row, column: chosen.column }));
  const withSum = places.find((place) => sameContent(sum, contentOf(world, state, place)));
  const place = withSum ?? places[0];
  return place === undefined ? undefined : { place, isSum: withSum !== undefined };
}

function findContent(world: SheetWorld, state: SheetState, column: string): CellContent | undefined {
  const values = new SheetValues(world, state);
  const hasNumber = state.order.some((row) => values.of({ row, column }).kind === 'number');
  const [first] = state.order;
  const last = state.order.at(-1);
  if (!hasNumber || first === undefined || last === undefined) return undefined;
  const from = addressOf(world, state, { row: first, column });
  const to = addressOf(world, state, { row: last, column });
  return { formula: canonicalFormula({ kind: 'call', name: 'SUM', parts: [{ kind: 'range', from, to }] }) };
}

/**
 * If a cell of the table is chosen, the sum goes below the column: « Somme » never overwrites what it adds
 * up.
 */
function findPlaceForSum(world: SheetWorld, state: SheetState, chosen: CellPlace): CellPlace | undefined {
  const below = world.below.map(({ id }) => id);
  if (below.includes(chosen.row)) return chosen;
  if (chosen.row !== HEAD && !state.order.includes(chosen.row)) return undefined;
  const free = below.find((row) => contentOf(world, state, { row, column: chosen.column }) === null);
  return free === undefined ? undefined : { row: free, column: chosen.column };
}
