/** Columns of research tables: the name, what the codebook says of it, and how it is read of a row. */
import type { Cell } from '../base/csv.ts';
import type { CodebookKey } from './codebook-types.ts';

export interface Column<Row> {
  /** Letters, digits and underscores. */
  readonly name: string;
  readonly about: ColumnMeaning;
  /** Null: missing. */
  readonly cellOf: (row: Row) => Cell;
}

export interface ColumnMeaning {
  readonly key: CodebookKey;
  /** What stands in for `{name}` in the codebook's sentence; a title of a scene in both languages. */
  readonly params?: Readonly<Record<string, string | number | Readonly<Record<'fr' | 'en', string>>>>;
}

/** The names, in their order. */
export function headerOf<Row>(columns: readonly Column<Row>[]): string[] {
  return columns.map(({ name }) => name);
}

export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map(({ cellOf }) => cellOf(row));
}

/** 1 or 0. */
export function flagOf(isSo: boolean): number {
  return isSo ? 1 : 0;
}

/** Several words in one cell, in a stable order; empty where there is none. */
export function wordsOf(words: Iterable<string>): string {
  return [...new Set(words)].sort().join(' ');
}

/** Three decimals: more would pretend to a precision that is not there. */
export function rounded(value: number): number {
  const thousandth = Math.round(value * 1_000) / 1_000;
  return thousandth === 0 ? 0 : thousandth;
}
