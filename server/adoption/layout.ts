/** What stays together on a page, from an estimate of heights: a block knows no word processor. */
import type { Language } from '../../scenarios/world/base.ts';
import { type Block, type FillKind, isFill, type Line, partsOf } from './blocks.ts';
import { paragraphsOf, type Piece } from './pieces.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** Twentieths of a point: Letter paper with margins of 2 cm. */
export const page = { width: 12_240, height: 15_840, margin: 1_134 };

/** Twentieths of a point, of 9-point text in a cell; of a character, the average. */
const cell = { line: 220, character: 88, codeCharacter: 108, beside: 180, above: 120 };

/** Twentieths of a point: where somebody signs or writes by hand. */
const roomToWrite = { signature: 960, empty: 680 };

export interface TableLayout {
  /** Of each column, in twentieths of a point. */
  readonly columns: readonly number[];
  /** The header row first. */
  readonly rows: readonly RowLayout[];
}

interface RowLayout {
  /** Zero: as high as its text. */
  readonly leastHeight: number;
  readonly isWhole: boolean;
  readonly keepsWithNext: boolean;
}

/** @param width of the text, in twentieths of a point; @param height likewise. */
export function layOut(
  { widths, heads, rows }: TableBlock,
  language: Language,
  { width, height }: { readonly width: number; readonly height: number },
): TableLayout {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => Math.floor((width * one) / whole));
  const lines = [heads, ...rows];
  const heights = lines.map((line) => heightOf(line, columns, language));
  // More would leave too much of the page before it empty.
  const isShort = heights.reduce((sum, one) => sum + one, 0) < height * 0.35;
  return {
    columns,
    rows: lines.map((line, index) => ({
      leastHeight: leastHeightOf(line),
      isWhole: (heights[index] ?? 0) < height / 2,
      // A header is followed by a row, and no row is alone on the last page.
      keepsWithNext: index < lines.length - 1 && (isShort || index === 0 || index === lines.length - 2),
    })),
  };
}

/** Whether a paragraph before this block leads to it. */
export function isLedTo(next: Block | undefined): boolean {
  return next !== undefined && next.kind !== 'heading' && next.kind !== 'text';
}

function heightOf(line: readonly Line[], columns: readonly number[], language: Language): number {
  const heights = line.map((one, column) => {
    const width = (columns[column] ?? 0) - cell.beside;
    const paragraphs = paragraphsOf(one, language).map((pieces) =>
      Math.max(1, Math.ceil(widthOf(pieces) / width)),
    );
    return paragraphs.reduce((sum, count) => sum + count, 0) * cell.line + cell.above;
  });
  return Math.max(leastHeightOf(line), ...heights);
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { text, isCode }) => sum + text.length * (isCode === true ? cell.codeCharacter : cell.character),
    0,
  );
}

function leastHeightOf(line: readonly Line[]): number {
  if (line.every((one) => one === '')) return roomToWrite.empty;
  return line.some((one) => asksFor('signature', one)) ? roomToWrite.signature : 0;
}

function asksFor(kind: FillKind, line: Line): boolean {
  return partsOf(line).some((part) => isFill(part) && part.kind === kind);
}
