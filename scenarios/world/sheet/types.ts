/** The spreadsheet: types of its world, state and actions. */
import type { ActionRef, TextKey, WorldRefusal } from '../base.ts';

/**
 * One sheet: a table with titles, a few rows below it, and questions beside it. Columns are lettered from A. The titles
 * are in line 1, the table below them, then the rows under the table.
 */
export interface SheetWorld {
  /** Name of the file. */
  readonly title: TextKey;
  /** Words that cells hold, in the order in which sorting puts them: a week from Monday, names from A. */
  readonly words: readonly SheetWord[];
  readonly columns: readonly SheetColumn[];
  /** The table's rows from top to bottom; one content per column, null if a cell is empty. */
  readonly rows: readonly SheetRow[];
  /** Rows under the table, such as the one for a total: sorting does not move them. */
  readonly below: readonly SheetRow[];
  readonly questions: readonly SheetQuestion[];
}

interface SheetWord {
  readonly id: string;
  readonly text: TextKey;
}

interface SheetColumn {
  readonly id: string;
  readonly title: TextKey;
}

export interface SheetRow {
  readonly id: string;
  readonly cells: readonly (GivenContent | null)[];
}

/** A question about the sheet, answered by one press. */
export interface SheetQuestion {
  readonly id: string;
  readonly text: TextKey;
  /** Ids of words. */
  readonly choices: readonly string[];
}

/** What a cell holds, in a form that is the same in every language. */
export type CellContent =
  | GivenContent
  /** Any other text a person typed: personal, encrypted at rest, in no statement. */
  | { readonly typed: string; readonly by: ActionRef };

/** What a cell can hold at the start. */
type GivenContent =
  /** A word of the sheet. */
  | { readonly word: string }
  /** With a point and no needless zeros, e.g. `4` or `4.5`. */
  | { readonly number: string }
  /** `2026-05-04` */
  | { readonly date: string }
  /** From one hour to another, e.g. `8-12`. */
  | { readonly time: string }
  /** Canonical, e.g. `SUM(E2:E13)`. */
  | { readonly formula: string };

export interface SheetState {
  /** Rows of the table from top to bottom. */
  readonly order: readonly string[];
  /** Cells that no longer hold what the world says, by `row.column`; null if one is empty now. */
  readonly changed: Readonly<Record<string, CellContent | null>>;
  /** Rows marked as a problem, the first one first. */
  readonly flags: readonly string[];
  /** Word chosen per question. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A cell by its row and column; the row of titles is `head`. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

export type SheetAction =
  | ({ readonly app: 'sheet'; readonly type: 'enter-number'; readonly number: string } & CellPlace)
  | ({ readonly app: 'sheet'; readonly type: 'enter-formula'; readonly formula: string } & CellPlace)
  | ({ readonly app: 'sheet'; readonly type: 'write'; readonly typed: string } & CellPlace)
  | ({ readonly app: 'sheet'; readonly type: 'clear' } & CellPlace)
  /** « Somme » with this cell chosen. */
  | ({ readonly app: 'sheet'; readonly type: 'sum' } & CellPlace)
  | {
      readonly app: 'sheet';
      readonly type: 'sort';
      readonly column: string;
      /** `column` moves the contents of one column only and tears the rows apart, as real spreadsheets can. */
      readonly scope: 'table' | 'column';
      readonly direction: 'up' | 'down';
    }
  | { readonly app: 'sheet'; readonly type: 'flag' | 'unflag'; readonly row: string }
  | { readonly app: 'sheet'; readonly type: 'answer'; readonly questionId: string; readonly choice: string };

export type SheetRefusal = WorldRefusal | 'sheet.not-canonical' | 'sheet.nothing-to-sum';
