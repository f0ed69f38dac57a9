/** What was left in the spreadsheet, in the words that rules are written in. */
import { factClass, type FactType, type ObservedScene } from '../../kit/observed.ts';
import { cellKey, contentOf, HEAD } from '../../world/sheet/cells.ts';
import { SheetValues } from '../../world/sheet/evaluate.ts';
import type { CellContent, CellPlace, SheetState, SheetWorld } from '../../world/sheet/types.ts';
import { columnFacts, SheetColumnFacts } from './column-facts.ts';
import { isLiveTotal } from './live-total.ts';

/** A row of the table: what it holds at one moment, cell by cell. */
interface SheetRowFacts {
  readonly id: string;
  readonly flagged: boolean;
  readonly cells: readonly SheetCellFacts[];
}

const SheetRowFacts = factClass<SheetRowFacts>();

interface SheetCellFacts {
  readonly row: string;
  readonly column: string;
  /** `empty`, `word`, `number`, `date`, `time`, `formula` or `typed`. */
  readonly holds: string;
  /** The word's id, the date; empty for everything else. */
  readonly text: string;
  /** The number, a formula's result, or 0. */
  readonly number: number;
  /** Hours that a time runs between, or 0. */
  readonly from: number;
  readonly to: number;
  /** Whether it has a number, of its own or worked out. */
  readonly isNumber: boolean;
  /** Whether it holds something else than at the start. */
  readonly changed: boolean;
  /** Ids of the columns of which it is a live total: each of their numbers, raised by 1, raises it by 1. */
  readonly totals: readonly string[];
}

const SheetCellFacts = factClass<SheetCellFacts>();

class SheetAnswerFacts {
  readonly question: string;
  readonly choice: string;

  constructor(question: string, choice: string) {
    this.question = question;
    this.choice = choice;
  }
}

export interface SheetFacts {
  /** All cells of the table and below it as they were at the start. */
  readonly given: readonly SheetCellFacts[];
  /** Rows of the table at the end, from top to bottom. */
  readonly rows: readonly SheetRowFacts[];
  /** Cells of the titles and below the table at the end. */
  readonly titles: readonly SheetCellFacts[];
  readonly below: readonly SheetCellFacts[];
  readonly columns: readonly SheetColumnFacts[];
  readonly answers: readonly SheetAnswerFacts[];
}

export const SheetFacts = factClass<SheetFacts>();

const cell = { row: 'string', column: 'string', holds: 'string', text: 'string' };
const numbers = { number: 'double', from: 'double', to: 'double' };

/** `sheet` in rules. */
export const sheetFactTypes: readonly FactType[] = [
  {
    name: 'SheetCell',
    ctor: SheetCellFacts,
    fields: { ...cell, ...numbers, isNumber: 'bool', changed: 'bool', totals: 'list<string>' },
  },
  {
    name: 'SheetRow',
    ctor: SheetRowFacts,
    fields: { id: 'string', flagged: 'bool', cells: 'list<SheetCell>' },
  },
  {
    name: 'SheetColumn',
    ctor: SheetColumnFacts,
    fields: {
      id: 'string',
      ascending: 'bool',
      descending: 'bool',
      moved: 'double',
      sum: 'double',
      isFull: 'bool',
    },
  },
  { name: 'SheetAnswer', ctor: SheetAnswerFacts, fields: { question: 'string', choice: 'string' } },
  {
    name: 'Sheet',
    ctor: SheetFacts,
    fields: {
      given: 'list<SheetCell>',
      rows: 'list<SheetRow>',
      titles: 'list<SheetCell>',
      below: 'list<SheetCell>',
      columns: 'list<SheetColumn>',
      answers: 'list<SheetAnswer>',
    },
  },
];

/** Facts of the spreadsheet; empty where the scene has none. */
export function sheetFacts({ world: { sheet: world }, state: { apps } }: ObservedScene): SheetFacts {
  const { sheet: state } = apps;
  if (!world || !state) {
    return new SheetFacts({ given: [], rows: [], titles: [], below: [], columns: [], answers: [] });
  }
  const start = { ...state, order: world.rows.map(({ id }) => id), changed: {} };
  const givenRows = [...world.rows, ...world.below].map(({ id }) => id);
  const cellsGiven = cellReader(world, start);
  const cellsNow = cellReader(world, state);
  return new SheetFacts({
    given: givenRows.flatMap(cellsGiven),
    rows: state.order.map(
      (id) => new SheetRowFacts({ id, flagged: state.flags.includes(id), cells: cellsNow(id) }),
    ),
    titles: cellsNow(HEAD),
    below: world.below.flatMap(({ id }) => cellsNow(id)),
    columns: columnFacts(world, state),
    answers: Object.entries(state.answers).map(
      ([question, choice]) => new SheetAnswerFacts(question, choice),
    ),
  });
}

/** Reads rows of one sheet: what its formulas come to is worked out once for all of them. */
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
  return new SheetCellFacts({
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
