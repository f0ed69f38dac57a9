import { factType, partOf } from '../../kit/observed.ts';
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

export const sheetColumnType = factType<SheetColumnFacts>('SheetColumn', {
  id: partOf('string', 'Identifiant.', 'Id.'),
  ascending: partOf('bool', 'En ordre croissant.', 'In ascending order.'),
  descending: partOf('bool', 'En ordre décroissant.', 'In descending order.'),
  moved: partOf(
    'double',
    'Nombre de lignes qui contiennent ici autre chose qu’au début.',
    'How many rows hold here something else than at the start.',
  ),
  sum: partOf('double', 'Somme de ses nombres dans le tableau.', 'Sum of its numbers in the table.'),
  isFull: partOf('bool', 'Chaque ligne a ici un nombre.', 'Every row has a number here.'),
});

export function columnFacts(world: SheetWorld, state: SheetState): readonly SheetColumnFacts[] {
  const values = new SheetValues(world, state);
  return world.columns.map(({ id }) => {
    const places = state.order.map((row) => ({ row, column: id }));
    const numbers = places.flatMap((place) => {
      const value = values.of(place);
      return value.kind === 'number' ? [value.number] : [];
    });
    return sheetColumnType.make({
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
