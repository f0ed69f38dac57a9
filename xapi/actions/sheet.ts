import type { CellPlace, SheetAction } from '../../scenarios/world/sheet/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, lengthClassOf, thing } from './declare.ts';

const cell = {
  kind: 'cells',
  type: 'cellRange',
  id: ({ row, column }: CellPlace) => `${row}.${column}`,
} as const;
const row = thing('cells', 'cellRange', 'row');

export const sheet: AppStatements<SheetAction> = {
  name: { en: 'Spreadsheet', fr: 'Chiffrier' },
  actions: {
    'enter-number': { verb: 'edited', tier: 2, object: cell, extensions: { cellContent: () => 'number' } },
    'enter-formula': {
      verb: 'edited',
      tier: 2,
      object: cell,
      extensions: { cellContent: () => 'formula', functions: ({ formula }) => functionsIn(formula) },
    },
    write: {
      verb: 'edited',
      tier: 2,
      object: cell,
      extensions: { cellContent: () => 'text', lengthClass: lengthClassOf },
    },
    clear: { verb: 'deleted', tier: 2, object: cell },
    sum: { verb: 'totalled', tier: 2, object: cell },
    sort: {
      verb: 'sorted',
      tier: 2,
      object: thing('cells', 'cellRange', 'column'),
      extensions: { sortScope: ({ scope }) => scope, sortDirection: ({ direction }) => direction },
    },
    flag: { verb: 'reported', tier: 2, object: row },
    unflag: { verb: 'deselected', tier: 2, object: row },
    answer: {
      verb: 'selected',
      tier: 2,
      object: thing('question', 'question', 'questionId'),
      extensions: { choice: ({ choice }) => localId(choice) },
    },
  },
};

function functionsIn(formula: string): readonly string[] {
  return ['AVERAGE', 'COUNT', 'MAX', 'MIN', 'SUM'].filter((name) => formula.includes(`${name}(`));
}
