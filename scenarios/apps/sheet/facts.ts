import type { AppFacts } from '../../kit/app.ts';
import { atEnd, partOf, factType, type ObservedScene } from '../../kit/observed.ts';
import { cellKey, contentOf, HEAD } from '../../world/sheet/cells.ts';
import { SheetValues } from '../../world/sheet/evaluate.ts';
import type { CellContent, CellPlace, SheetState, SheetWorld } from '../../world/sheet/types.ts';
import { columnFacts, type SheetColumnFacts, sheetColumnType } from './column-facts.ts';
import { isLiveTotal } from './live-total.ts';

interface SheetRowFacts {
  readonly id: string;
  readonly flagged: boolean;
  readonly cells: readonly SheetCellFacts[];
}

interface SheetCellFacts {
  readonly row: string;
  readonly column: string;
  readonly holds: string;
  readonly text: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly isNumber: boolean;
  readonly changed: boolean;
  readonly totals: readonly string[];
}

interface SheetAnswerFacts {
  readonly question: string;
  readonly choice: string;
}

interface SheetFacts {
  readonly given: readonly SheetCellFacts[];
  readonly rows: readonly SheetRowFacts[];
  readonly titles: readonly SheetCellFacts[];
  readonly below: readonly SheetCellFacts[];
  readonly columns: readonly SheetColumnFacts[];
  readonly answers: readonly SheetAnswerFacts[];
}

const string = 'string';
const strings = 'list<string>';

const sheetCellType = factType<SheetCellFacts>('SheetCell', {
  row: partOf(string, 'Sa ligne.', 'Its row.'),
  column: partOf(string, 'Sa colonne.', 'Its column.'),
  holds: partOf(
    string,
    '`empty`, `word`, `number`, `date`, `time`, `formula` ou `typed`.',
    '`empty`, `word`, `number`, `date`, `time`, `formula` or `typed`.',
  ),
  text: partOf(
    string,
    'Identifiant du mot, ou la date; sinon vide.',
    'Id of the word, or the date; else empty.',
  ),
  number: partOf(
    'double',
    'Le nombre, le résultat d’une formule, ou 0.',
    'The number, a formula’s result, or 0.',
  ),
  from: partOf('double', 'Heure où un horaire commence, ou 0.', 'Hour at which a time begins, or 0.'),
  to: partOf('double', 'Heure où un horaire finit, ou 0.', 'Hour at which a time ends, or 0.'),
  isNumber: partOf('bool', 'A un nombre, écrit ou calculé.', 'Has a number, entered or worked out.'),
  changed: partOf('bool', 'Contient autre chose qu’au début.', 'Holds something else than at the start.'),
  totals: partOf(
    strings,
    'Colonnes dont elle est un total vivant : chaque nombre augmenté de 1 l’augmente de 1.',
    'Columns of which it is a live total: each of their numbers, raised by 1, raises it by 1.',
  ),
});

const sheetRowType = factType<SheetRowFacts>('SheetRow', {
  id: partOf(string, 'Identifiant.', 'Id.'),
  flagged: partOf('bool', 'Signalée.', 'Flagged.'),
  cells: partOf('list<SheetCell>', 'Ses cellules, de gauche à droite.', 'Its cells, from the left.'),
});

const sheetAnswerType = factType<SheetAnswerFacts>('SheetAnswer', {
  question: partOf(string, 'La question.', 'The question.'),
  choice: partOf(string, 'Le mot choisi.', 'The word chosen.'),
});

const sheetType = factType<SheetFacts>('Sheet', {
  given: atEnd(
    'list<SheetCell>',
    'Toutes les cellules du tableau et du dessous comme au début.',
    'All cells of the table and below it as they were at the start.',
  ),
  rows: atEnd(
    'list<SheetRow>',
    'Lignes du tableau, de haut en bas.',
    'Rows of the table, from top to bottom.',
  ),
  titles: atEnd('list<SheetCell>', 'Cellules des titres.', 'Cells of the titles.'),
  below: atEnd('list<SheetCell>', 'Cellules sous le tableau.', 'Cells below the table.'),
  columns: atEnd(
    'list<SheetColumn>',
    'Colonnes du tableau, de gauche à droite.',
    'Columns of the table, from the left.',
  ),
  answers: atEnd('list<SheetAnswer>', 'Réponses aux questions.', 'Answers to the questions.'),
});

function collect({ world: { sheet: world }, state: { apps } }: ObservedScene): SheetFacts {
  const { sheet: state } = apps;
  if (!world || !state) {
    return sheetType.make({ given: [], rows: [], titles: [], below: [], columns: [], answers: [] });
  }
  const start = { ...state, order: world.rows.map(({ id }) => id), changed: {} };
  const givenRows = [...world.rows, ...world.below].map(({ id }) => id);
  const cellsGiven = cellReader(world, start);
  const cellsNow = cellReader(world, state);
  return sheetType.make({
    given: givenRows.flatMap(cellsGiven),
    rows: state.order.map((id) =>
      sheetRowType.make({ id, flagged: state.flags.includes(id), cells: cellsNow(id) }),
    ),
    titles: cellsNow(HEAD),
    below: world.below.flatMap(({ id }) => cellsNow(id)),
    columns: columnFacts(world, state),
    answers: Object.entries(state.answers).map(([question, choice]) =>
      sheetAnswerType.make({ question, choice }),
    ),
  });
}

function cellReader(world: SheetWorld, state: SheetState): (row: string) => SheetCellFacts[] {
  const values = new SheetValues(world, state);
  return (row) => world.columns.map(({ id }) => cellAt(world, state, values, { row, column: id }));
}

function cellAt(world: SheetWorld, state: SheetState, values: SheetValues, place: CellPlace): SheetCellFacts {
  const { row, column } = place;
  const content = contentOf(world, state, place);
  const value = values.of(place);
  const [from = 0, to = 0] = content !== null && 'time' in content ? content.time.split('-').map(Number) : [];
  const isFormula = content !== null && 'formula' in content;
  return sheetCellType.make({
    row,
    column,
    from,
    to,
    holds: Object.keys(content ?? { empty: true })[0] ?? 'empty',
    text: textOf(content),
    number: value.kind === 'number' ? value.number : 0,
    isNumber: value.kind === 'number',
    changed: state.changed[cellKey(place)] !== undefined,
    totals: isFormula
      ? world.columns.map(({ id }) => id).filter((id) => isLiveTotal(world, state, place, id))
      : [],
  });
}

function textOf(content: CellContent | null): string {
  if (content === null) return '';
  if ('word' in content) return content.word;
  return 'date' in content ? content.date : '';
}

export const sheetFacts = {
  name: 'sheet',
  types: [sheetCellType, sheetRowType, sheetColumnType, sheetAnswerType, sheetType],
  of: collect,
} as const satisfies AppFacts;
