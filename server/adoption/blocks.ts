/** What a document of the kit is made of, before it has a file format. */

/** Who knows an answer that the program cannot know. */
export type Role = 'charge' | 'operator' | 'lms' | 'staff' | 'research' | 'contract';

/**
 * What a place asks of the organisation: a few words, some sentences, a yes to a proposed answer (`box`: in a column whose
 * head says what the box means), a choice among boxes, a name with a signature, a step outside the document, or what another
 * document asks (`shared`).
 */
export type FillKind = 'words' | 'sentences' | 'confirm' | 'box' | 'choice' | 'signature' | 'step' | 'shared';

/** A place for the organisation to fill in. */
export interface Fill {
  /** The answer that is asked for or, of a confirmation, the one that is proposed. */
  readonly fill: string;
  readonly who: Role;
  readonly kind: FillKind;
  /** Of a choice. */
  readonly options?: readonly string[];
  /** Of a choice: only one can hold. */
  readonly isOne?: boolean;
  /** Of a choice that other documents depend on: words of one's own cannot stand for it. */
  readonly isNumberOnly?: boolean;
  /** Of a choice that was made and still has a blank: the numbers of its options, from 1. */
  readonly picked?: ReadonlySet<number>;
  /** Of what another document asks: the name of the question there. */
  readonly from?: string;
}

/** Text may have `code` and **strong** words. */
export type Inline = string | Fill;
export type Line = Inline | readonly Inline[];

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** Of what is signed, sent or published by itself. */
      readonly isOnNewPage?: boolean;
    }
  | { readonly kind: 'text'; readonly line: Line }
  /** Words for somebody else to read. */
  | { readonly kind: 'quote'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly style: 'points' | 'steps'; readonly lines: readonly Line[] }
  /** Boxes. Without `who`, they are ticked on the day that they are needed, and not before the adoption. */
  | { readonly kind: 'ticks'; readonly who?: Role; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      /** Parts of the width of the page. */
      readonly widths: readonly number[];
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Line[])[];
    };

export const h1 = (text: string): Block => ({ kind: 'heading', level: 1, text });
/** For what is signed, sent or published by itself. */
export const h1OnNewPage = (text: string): Block => ({ kind: 'heading', level: 1, text, isOnNewPage: true });
export const h2 = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const h3 = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const p = (...line: readonly Inline[]): Block => ({ kind: 'text', line });
export const quote = (...lines: readonly Line[]): Block => ({ kind: 'quote', lines });
export const points = (...lines: readonly Line[]): Block => ({ kind: 'list', style: 'points', lines });
export const steps = (...lines: readonly Line[]): Block => ({ kind: 'list', style: 'steps', lines });
export const ticks = (who: Role, ...lines: readonly Line[]): Block => ({ kind: 'ticks', who, lines });
export const laterTicks = (...lines: readonly Line[]): Block => ({ kind: 'ticks', lines });

export function table(
  widths: readonly number[],
  heads: readonly string[],
  ...rows: readonly (readonly Line[])[]
): Block {
  return { kind: 'table', widths, heads, rows };
}

export function fill(what: string, who: Role, kind: FillKind = 'words'): Fill {
  return { fill: what, who, kind };
}

/** A usual answer with a box; whoever disagrees writes another one beside it. */
export function confirm(proposal: string, who: Role): Fill {
  return { fill: proposal, who, kind: 'confirm' };
}

/** The same in a column whose head says what the box means. */
export function box(proposal: string, who: Role): Fill {
  return { fill: proposal, who, kind: 'box' };
}

export function choose(what: string, who: Role, ...options: readonly string[]): Fill {
  return { fill: what, who, kind: 'choice', options };
}

/** The same, where one answer excludes the others. */
export function chooseOne(what: string, who: Role, ...options: readonly string[]): Fill {
  return { ...choose(what, who, ...options), isOne: true };
}

/** The same, where the number of an option is the whole answer. */
export function chooseNumber(what: string, who: Role, ...options: readonly string[]): Fill {
  return { ...chooseOne(what, who, ...options), isNumberOnly: true };
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
