/** What a document leaves to the organisation. */
import { type Block, type FillKind, type Inline, isFill, type Line, partsOf, type Role } from './blocks.ts';

/** A place to fill in, or a list of boxes, with what it is about. */
export interface Question {
  readonly about: string;
  readonly asks: string;
  readonly who: Role;
  readonly kind: FillKind | 'tick';
  /** Boxes of a list; 1 of a place to fill in. */
  readonly count: number;
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
        return block.rows.flatMap((row) => row.flatMap((line) => questionsIn(line, titleOf(row))));
    }
  });
}

function ticksOf({ who, lines }: Extract<Block, { kind: 'ticks' }>, heading: string): Question[] {
  if (who === undefined) return [];
  const boxes: Question = { about: nameIn(heading), asks: '', who, kind: 'tick', count: lines.length };
  return [boxes, ...lines.flatMap((line) => questionsIn(line))];
}

function questionsIn(line: Line, title?: string): Question[] {
  const parts = partsOf(line);
  return parts.flatMap((part, index) => {
    if (!isFill(part)) return [];
    const about = title === undefined ? leadIn(parts[index - 1]) : nameIn(title);
    return [{ about, asks: part.fill, who: part.who, kind: part.kind, count: 1 }];
  });
}

/** The first cell that names one thing: a cell with several lines lists things and names none. */
function titleOf(row: readonly Line[]): string {
  return row.find((cell): cell is string => typeof cell === 'string' && !cell.includes('\n')) ?? '';
}

function nameIn(title: string): string {
  return title.replaceAll(/[`*]/g, '');
}

function leadIn(before: Inline | undefined): string {
  const [, said = ''] = /([^.!?]*?)\s*:\s*$/.exec(typeof before === 'string' ? before : '') ?? [];
  return said.trim();
}
