/** What a document leaves to the organisation. */
import { hasBlank } from './answer-words.ts';
import {
  type Block,
  type Fill,
  type FillKind,
  type Inline,
  isFill,
  type Line,
  partsOf,
  type Role,
} from './blocks.ts';

/** A place to fill in, or a list of boxes, with what it is about. */
export interface Question {
  readonly about: string;
  readonly asks: string;
  readonly who: Role;
  readonly kind: FillKind | 'tick';
  /** Boxes of a list or of a column; 1 of a place to fill in. */
  readonly count: number;
  /** Of a choice: each of its options leaves words to write. */
  readonly isWritten?: boolean;
}

/** In reading order. */
export function questionsOf(blocks: readonly Block[]): Question[] {
  let heading = '';
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        heading = block.text;
        return [];
      case 'text':
        return questionsIn(block.line);
      case 'list':
      case 'quote':
        return block.lines.flatMap((line) => questionsIn(line));
      case 'ticks':
        return ticksOf(block, heading);
      case 'table':
        return [
          ...boxesOf(block.rows, heading),
          ...block.rows.flatMap((row) => row.flatMap((line) => questionsIn(line, titleOf(row)))),
        ];
    }
  });
}

/** A column of proposed answers is one question. */
function boxesOf(rows: readonly (readonly Line[])[], heading: string): Question[] {
  const boxes = rows
    .flat()
    .flatMap(partsOf)
    .filter(isFill)
    .filter(({ kind }) => kind === 'box');
  const [first] = boxes;
  if (first === undefined) return [];
  return [{ about: nameIn(heading), asks: '', who: first.who, kind: 'box', count: boxes.length }];
}

function ticksOf({ who, lines }: Extract<Block, { kind: 'ticks' }>, heading: string): Question[] {
  if (who === undefined) return [];
  const boxes: Question = { about: nameIn(heading), asks: '', who, kind: 'tick', count: lines.length };
  return [boxes, ...lines.flatMap((line) => questionsIn(line))];
}

function questionsIn(line: Line, title?: string): Question[] {
  const parts = partsOf(line);
  return parts.flatMap((part, index) => {
    if (!isFill(part) || part.kind === 'box' || part.kind === 'shared') return [];
    return [questionOf(part, parts[index - 1], title)];
  });
}

/** @param title of the row, in a table; elsewhere the words before the place say what it is about. */
export function questionOf(part: Fill, before: Inline | undefined, title?: string): Question {
  const about = title === undefined ? leadIn(before) : nameIn(title);
  const { fill: asks, who, kind, options = [] } = part;
  const isWritten = options.length > 0 && options.every(hasBlank);
  return { about, asks, who, kind, count: 1, ...(isWritten ? { isWritten } : {}) };
}

/** The first line of the first cell. */
export function titleOf([title]: readonly Line[]): string {
  const [first = ''] = typeof title === 'string' ? title.split('\n') : [];
  return first;
}

export function nameIn(title: string): string {
  return title.replaceAll(/[`*]/g, '');
}

function leadIn(before: Inline | undefined): string {
  const [, said = ''] = /([^.!?]*?)\s*:\s*$/.exec(typeof before === 'string' ? before : '') ?? [];
  return said.trim();
}
