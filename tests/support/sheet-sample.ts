/** A small sheet for tests: three people, two numbers each, a total and a count below. Texts are their own keys. */
import { reduceSheet, startSheet } from '../../scenarios/world/sheet/sheet.ts';
import type { SheetAction, SheetState, SheetWorld } from '../../scenarios/world/sheet/types.ts';

const row = (id: string, ...cells: SheetWorld['rows'][number]['cells']): SheetWorld['rows'][number] => ({
  id,
  cells,
});

export const sampleSheet: SheetWorld = {
  title: 'Horaire',
  words: ['ana', 'bob', 'cyr', 'total', 'count'].map((id) => ({ id, text: id })),
  columns: [
    { id: 'date', title: 'Date' },
    { id: 'who', title: 'Personne' },
    { id: 'time', title: 'De… à…' },
    { id: 'hours', title: 'Heures' },
  ],
  rows: [
    row('r1', { date: '2026-05-06' }, { word: 'bob' }, { time: '8-12' }, { number: '4' }),
    row('r2', { date: '2026-05-04' }, { word: 'cyr' }, { time: '13-16' }, { number: '3' }),
    row('r3', { date: '2026-05-05' }, { word: 'ana' }, { time: '8-10' }, { number: '2.5' }),
  ],
  below: [
    row('b1', null, null, { word: 'total' }, null),
    row('b2', null, null, { word: 'count' }, { formula: 'COUNT(D2:D4)' }),
  ],
  questions: [{ id: 'q1', text: 'Qui?', choices: ['ana', 'bob', 'cyr'] }],
};

export const sheetStart = startSheet(sampleSheet);

/** The sheet after actions that it must accept. */
export function playSheet(...actions: readonly SheetAction[]): SheetState {
  return actions.reduce((state, action, index) => {
    const next = reduceSheet(sampleSheet, state, action, { epoch: 1, actionSeq: index + 1 });
    if (!next.ok) throw new Error(`${action.type} was refused: ${next.code}`);
    return next.state;
  }, sheetStart);
}

/** Short forms of actions. */
export const inSheet = {
  number: (row: string, column: string, number: string): SheetAction => ({
    app: 'sheet',
    type: 'enter-number',
    row,
    column,
    number,
  }),
  formula: (row: string, column: string, formula: string): SheetAction => ({
    app: 'sheet',
    type: 'enter-formula',
    row,
    column,
    formula,
  }),
  write: (row: string, column: string, typed: string): SheetAction => ({
    app: 'sheet',
    type: 'write',
    row,
    column,
    typed,
  }),
  clear: (row: string, column: string): SheetAction => ({ app: 'sheet', type: 'clear', row, column }),
  sum: (row: string, column: string): SheetAction => ({ app: 'sheet', type: 'sum', row, column }),
  sort: (
    column: string,
    scope: 'table' | 'column' = 'table',
    direction: 'up' | 'down' = 'up',
  ): SheetAction => ({ app: 'sheet', type: 'sort', column, scope, direction }),
  flag: (row: string): SheetAction => ({ app: 'sheet', type: 'flag', row }),
  unflag: (row: string): SheetAction => ({ app: 'sheet', type: 'unflag', row }),
  answer: (choice: string): SheetAction => ({ app: 'sheet', type: 'answer', questionId: 'q1', choice }),
};
