import type { ActionRef, TextKey, WorldRefusal } from '../base.ts';

/** Columns are lettered from A. The titles are in line 1, then the table, then the rows below it. */
export interface SheetWorld {
  readonly title: TextKey;
  /** In sorting order: a week from Monday, names from A. */
  readonly words: readonly SheetWord[];
  readonly columns: readonly SheetColumn[];
  /** Top to bottom; one content per column, null if a cell is empty. */
  readonly rows: readonly SheetRow[];
  /** Such as the row for a total: sorting does not move them. */
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
  /** Typed texts are read as hours in any spelling. Absent in the first versions. */
  readonly reads?: 'hours';
}

export interface SheetRow {
  readonly id: string;
  readonly cells: readonly (GivenContent | null)[];
}

export interface SheetQuestion {
  readonly id: string;
  readonly text: TextKey;
  readonly choices: readonly string[];
}

/** The same in every language. */
export type CellContent =
  | GivenContent
  /** Any other typed text. Personal: encrypted at rest, in no statement. */
  | { readonly typed: string; readonly by: ActionRef };

type GivenContent =
  | { readonly word: string }
  /** With a point and no needless zeros, e.g. `4` or `4.5`. */
  | { readonly number: string }
  /** `2026-05-04` */
  | { readonly date: string }
  /** E.g. `8-12`, in hours. */
  | { readonly time: string }
  /** Canonical, e.g. `SUM(E2:E13)`. */
  | { readonly formula: string };

export interface SheetState {
  /** Row ids of the table, top to bottom. */
  readonly order: readonly string[];
  /** Cells that differ from the world, by `row.column`; null if empty now. */
  readonly changed: Readonly<Record<string, CellContent | null>>;
  readonly flags: readonly string[];
  /** Word per question. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The row of titles is `head`. */
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
      /** `column` moves one column only, which separates it from its rows, as real spreadsheets can. */
      readonly scope: 'table' | 'column';
      readonly direction: 'up' | 'down';
    }
  | { readonly app: 'sheet'; readonly type: 'flag' | 'unflag'; readonly row: string }
  | { readonly app: 'sheet'; readonly type: 'answer'; readonly questionId: string; readonly choice: string };

export type SheetRefusal = WorldRefusal | 'sheet.not-canonical' | 'sheet.nothing-to-sum';
