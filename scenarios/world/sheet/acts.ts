import { sampleTexts } from '../samples.ts';
import { contentOf, linesOf } from './cells.ts';
import { findSum } from './sum.ts';
import type { CellPlace, SheetAction, SheetState, SheetWorld } from './types.ts';

const texts = sampleTexts.filter((text) => text !== '');

export function sheetActs(world: SheetWorld, state: SheetState): readonly SheetAction[] {
  const columns = world.columns.map(({ id }) => id);
  const places = linesOf(world, state).flatMap((row) => columns.map((column) => ({ row, column })));
  return [
    ...places.flatMap((place) => cellActs(world, state, place)),
    ...columns.flatMap((column) =>
      (['table', 'column'] as const).flatMap((scope) =>
        (['up', 'down'] as const).map((direction): SheetAction => ({
          app: 'sheet',
          type: 'sort',
          column,
          scope,
          direction,
        })),
      ),
    ),
    ...state.order.map((row): SheetAction => ({
      app: 'sheet',
      type: state.flags.includes(row) ? 'unflag' : 'flag',
      row,
    })),
    ...world.questions.flatMap(({ id: questionId, choices }) =>
      choices.map((choice): SheetAction => ({ app: 'sheet', type: 'answer', questionId, choice })),
    ),
  ];
}

function cellActs(world: SheetWorld, state: SheetState, place: CellPlace): readonly SheetAction[] {
  const isEmpty = place.row !== 'head' && contentOf(world, state, place) === null;
  return [
    { app: 'sheet', type: 'enter-number', ...place, number: '5' },
    { app: 'sheet', type: 'enter-formula', ...place, formula: 'SUM(A2:E3)' },
    ...texts.map((typed): SheetAction => ({ app: 'sheet', type: 'write', ...place, typed })),
    ...(isEmpty ? [] : ([{ app: 'sheet', type: 'clear', ...place }] as const)),
    ...(findSum(world, state, place) === undefined
      ? []
      : ([{ app: 'sheet', type: 'sum', ...place }] as const)),
  ];
}
