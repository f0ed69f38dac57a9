import type { Cell } from '../base/csv.ts';
import type { CodebookKey } from './codebook-types.ts';

export interface Column<Row> {
  /** Letters, digits and underscores only. */
  readonly name: string;
  readonly about: ColumnMeaning;
  /** Null: missing. */
  readonly cellOf: (row: Row) => Cell;
}

export interface ColumnMeaning {
  readonly key: CodebookKey;
  readonly params?: Readonly<Record<string, string | number | Readonly<Record<'fr' | 'en', string>>>>;
}

/** A column whose name is its key in the codebook. */
export function column<Row>(name: CodebookKey, cellOf: Column<Row>['cellOf']): Column<Row> {
  return { name, about: { key: name }, cellOf };
}

export function headerOf<Row>(columns: readonly Column<Row>[]): string[] {
  return columns.map(({ name }) => name);
}

export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map(({ cellOf }) => cellOf(row));
}

export function flagOf(isSo: boolean): number {
  return isSo ? 1 : 0;
}

export function wordsOf(words: Iterable<string>): string {
  return [...new Set(words)].sort().join(' ');
}

/** To a thousandth; more would be false precision. */
export function rounded(value: number): number {
  const thousandth = Math.round(value * 1_000) / 1_000;
  return thousandth === 0 ? 0 : thousandth;
}
