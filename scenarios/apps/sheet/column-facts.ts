import { factClass } from '../../kit/observed.ts';
import { contentOf, givenContent, sameContent } from '../../world/sheet/cells.ts';
import { SheetValues } from '../../world/sheet/evaluate.ts';
import { isInOrder } from '../../world/sheet/sort.ts';
import type { SheetState, SheetWorld } from '../../world/sheet/types.ts';

export interface SheetColumnFacts {
  readonly id: string;
  readonly ascending: boolean;
  readonly descending: boolean;
  readonly moved: number;
  readonly sum: number;
  readonly isFull: boolean;
}

export const SheetColumnFacts = factClass<SheetColumnFacts>();

export function columnFacts(world: SheetWorld, state: SheetState): readonly SheetColumnFacts[] {
  const values = new SheetValues(world, state);
  return world.columns.map(({ id }) => {
    const places = state.order.map((row) => ({ row, column: id }));
    const numbers = places.flatMap((place) => {
      const value = values.of(place);
      return value.kind === 'number' ? [value.number] : [];
    });
    return new SheetColumnFacts({
      id,
      ascending: isInOrder(world, state, { column: id, direction: 'up' }),
      descending: isInOrder(world, state, { column: id, direction: 'down' }),
      moved: places.filter(
        (place) => !sameContent(contentOf(world, state, place), givenContent(world, place)),
      ).length,
      sum: numbers.reduce((total, each) => total + each, 0),
      isFull: numbers.length === places.length,
    });
  });
}
