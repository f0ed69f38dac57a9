import { cellKey } from '../../world/sheet/cells.ts';
import { SheetValues } from '../../world/sheet/evaluate.ts';
import type { CellPlace, SheetState, SheetWorld } from '../../world/sheet/types.ts';

/** Tests any spelling by trial: adding 1 to each number of the column must add 1 to the cell. */
export function isLiveTotal(world: SheetWorld, state: SheetState, total: CellPlace, column: string): boolean {
  const values = new SheetValues(world, state);
  const numbers = Object.fromEntries(
    state.order.map((row) => {
      const value = values.of({ row, column });
      return [cellKey({ row, column }), value.kind === 'number' ? value.number : 0];
    }),
  );
  const before = new SheetValues(world, state, numbers).of(total);
  if (before.kind !== 'number' || cellKey(total) in numbers) return false;
  return Object.entries(numbers).every(([key, number]) => {
    const after = new SheetValues(world, state, { ...numbers, [key]: number + 1 }).of(total);
    return after.kind === 'number' && Math.abs(after.number - before.number - 1) < 1e-6;
  });
}
