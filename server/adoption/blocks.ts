/** What a document of the kit is made of, before it has a file format. */

/** Who knows an answer that the program cannot know. */
export type Role = 'charge' | 'operator' | 'lms' | 'staff' | 'research' | 'contract';

/** A place for the organisation to fill in. */
export interface Fill {
  readonly fill: string;
  readonly who: Role;
  /** An estimate, for the first page. */
  readonly minutes: number;
}

/** Text may have `code` and **strong** words. */
export type Inline = string | Fill;
export type Line = Inline | readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line }
  /** Words for somebody else to read. */
  | { readonly kind: 'quote'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly style: 'points' | 'steps' | 'ticks'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      /** Parts of the width of the page. */
      readonly widths: readonly number[];
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    };

export const h1 = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const h2 = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const h3 = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const p = (...line: readonly Inline[]): Block => ({ kind: 'text', line });
export const quote = (...lines: readonly Line[]): Block => ({ kind: 'quote', lines });
export const points = (...lines: readonly Line[]): Block => ({ kind: 'list', style: 'points', lines });
export const steps = (...lines: readonly Line[]): Block => ({ kind: 'list', style: 'steps', lines });
export const ticks = (...lines: readonly Line[]): Block => ({ kind: 'list', style: 'ticks', lines });

export function table(
  widths: readonly number[],
  heads: readonly string[],
  ...rows: readonly (readonly Line[])[]
): Block {
  return { kind: 'table', widths, heads, rows };
}

export function fill(what: string, who: Role, minutes = 1): Fill {
  return { fill: what, who, minutes };
}

export function isFill(part: Inline): part is Fill {
  return typeof part !== 'string';
}

export function partsOf(line: Line): readonly Inline[] {
  return isOne(line) ? [line] : line;
}

/** `Array.isArray` does not narrow a readonly array, and every array has a `fill`. */
function isOne(line: Line): line is Inline {
  return !Array.isArray(line);
}

/** A fill with what stands before it, as whoever answers it needs to read it. */
export interface Question extends Fill {
  readonly about: string;
}

/** In reading order. */
export function questionsOf(blocks: readonly Block[]): Question[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [];
      case 'text':
        return questionsIn(block.line);
      case 'list':
      case 'quote':
        return block.lines.flatMap((line) => questionsIn(line));
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((line) => questionsIn(line, row[0])));
    }
  });
}

function questionsIn(line: Line, title?: Line): Question[] {
  const parts = partsOf(line);
  return parts.flatMap((part, index) => {
    if (!isFill(part)) return [];
    return [{ ...part, about: typeof title === 'string' ? nameIn(title) : leadIn(parts[index - 1]) }];
  });
}

/** A cell with several lines lists things and names none. */
function nameIn(title: string): string {
  return title.includes('\n') ? '' : title.replaceAll(/[`*]/g, '');
}

function leadIn(before: Inline | undefined): string {
  const [, said = ''] = /([^.!?]*?)\s*:\s*$/.exec(typeof before === 'string' ? before : '') ?? [];
  return said.trim();
}
