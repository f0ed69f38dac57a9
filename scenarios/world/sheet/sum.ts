/** « Somme »: puts the sum of a column in the chosen cell below the table, or in the first free one. */
import { addressOf, contentOf, HEAD } from './cells.ts';
import { SheetValues } from './evaluate.ts';
import { canonicalFormula } from './formula-text.ts';
import type { CellContent, CellPlace, SheetState, SheetWorld } from './types.ts';

/** Undefined if the column has no number, or no room below the table. */
export function findSum(
  world: SheetWorld,
  state: SheetState,
  chosen: CellPlace,
): { readonly place: CellPlace; readonly content: CellContent } | undefined {
  const { column } = chosen;
  const values = new SheetValues(world, state);
  const hasNumber = state.order.some((row) => values.of({ row, column }).kind === 'number');
  const place = findPlaceForSum(world, state, chosen);
  const [first] = state.order;
  const last = state.order.at(-1);
  if (!hasNumber || place === undefined || first === undefined || last === undefined) return undefined;
  const from = addressOf(world, state, { row: first, column });
  const to = addressOf(world, state, { row: last, column });
  const formula = canonicalFormula({ kind: 'call', name: 'SUM', parts: [{ kind: 'range', from, to }] });
  return { place, content: { formula } };
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
