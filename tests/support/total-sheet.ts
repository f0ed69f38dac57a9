/** A sheet whose column E has hours in lines 2 to 13, 47 in all, and a total in line 14. */
import { SheetValues } from '../../scenarios/world/sheet/evaluate.ts';
import type { Entry } from '../../scenarios/world/sheet/entry.ts';
import { startSheet } from '../../scenarios/world/sheet/sheet.ts';
import type { CellContent, SheetWorld } from '../../scenarios/world/sheet/types.ts';

const columns = ['a', 'b', 'c', 'd', 'e', 'f'];

const world: SheetWorld = {
  title: 'title',
  words: [{ id: 'rosa', text: 'rosa' }],
  columns: columns.map((id) => ({ id, title: id })),
  rows: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3].map((hours, index) => ({
    id: `r${index}`,
    cells: [
      { word: 'rosa' },
      null,
      null,
      ...[hours + 1, hours, hours + 2].map((number) => ({ number: String(number) })),
    ],
  })),
  below: [{ id: 'total', cells: columns.map(() => null) }],
  questions: [],
};

/** What the total cell shows after this entry; null if no number. */
export function valueOfTotal(entry: Entry): number | null {
  const content = contentOf(entry);
  if (content === null) return null;
  const state = { ...startSheet(world), changed: { 'total.e': content } };
  const value = new SheetValues(world, state).of({ row: 'total', column: 'e' });
  return value.kind === 'number' ? value.number : null;
}

function contentOf(entry: Entry): CellContent | null {
  if (entry.kind === 'number') return { number: entry.number };
  return entry.kind === 'formula' ? { formula: entry.formula } : null;
}
