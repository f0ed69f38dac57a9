/** What a line says, as paragraphs of pieces that look alike. */
import type { Language } from '../../scenarios/world/base.ts';
import { type Block, type Fill, type Inline, isFill, type Line, partsOf } from './blocks.ts';
import { kitWords } from './kit-words.ts';

export interface Piece {
  readonly text: string;
  readonly isCode?: boolean;
  readonly isStrong?: boolean;
  /** To fill in. */
  readonly isMarked?: boolean;
}

/** A line break and each box of a choice begin a paragraph of their own, so that word processors can indent it. */
export function paragraphsOf(line: Line, language: Language): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const part of partsOf(line)) {
    if (isAnsweredChoice(part) && paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
    for (const piece of piecesOf(part, language)) add(piece);
  }
  return paragraphs;

  function add(piece: Piece): void {
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...piece, text });
    }
  }
}

/** Its boxes are text: some are ticked. */
function isAnsweredChoice(part: Inline): boolean {
  return !isFill(part) && /^[☐☑] .*\n/.test(part);
}

/** The paragraphs of each item. A box is text, not a bullet: a word processor lets nobody tick one bullet alone. */
export function itemsOf(
  block: Extract<Block, { kind: 'list' | 'ticks' }>,
  language: Language,
): readonly Piece[][][] {
  return block.lines.map((line) => {
    const [first = [], ...more] = paragraphsOf(line, language);
    if (block.kind === 'list') return [first, ...more];
    const box = { text: '☐', isMarked: block.who !== undefined };
    return [[box, { text: '\u00a0' }, ...first], ...more];
  });
}

export function beginsWithBox([first]: readonly Piece[]): boolean {
  return first !== undefined && /^[☐☑]/.test(first.text);
}

function piecesOf(part: Inline, language: Language): Piece[] {
  return isFill(part) ? fillPieces(part, language) : plainPieces(part);
}

/** A place to fill in is told by its words too, not by its colour alone. */
function fillPieces({ fill, kind, who, options = [], picked }: Fill, language: Language): Piece[] {
  const { toFill, toConfirm, answeredBy, roles } = kitWords[language];
  const marked = (text: string): Piece[] => plainPieces(text).map((one) => ({ ...one, isMarked: true }));
  const strong = (text: string): Piece[] => marked(text).map((one) => ({ ...one, isStrong: true }));
  if (kind === 'box') return [...plainPieces(`${fill}\u00a0`), ...strong('☐')];
  // The kit is read by the person in charge, who is named for others' answers only.
  const by = who === 'charge' ? [] : marked(` (${answeredBy(roles[who])})`);
  if (kind === 'confirm') return [...plainPieces(`${fill} `), ...strong(toConfirm), ...by];
  return [
    ...strong(toFill(fill)),
    // Before the boxes: after the last of them, the name would seem to be about that one only.
    ...by,
    ...options.flatMap((one, index) => marked(`\n${picked?.has(index + 1) ? '☑' : '☐'} ${one}`)),
  ];
}

function plainPieces(text: string): Piece[] {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece.startsWith('`')) return { text: writable(piece.slice(1, -1)), isCode: true };
      if (piece.startsWith('**')) return { text: tied(writable(piece.slice(2, -2))), isStrong: true };
      return { text: tied(writable(piece)) };
    });
}

/** A number stays on the line of the word before it, a box on that of its first word, and a blank on that of its colon. */
function tied(text: string): string {
  return text
    .replaceAll(/\b(documents?|chapitre|chapter|art\.|s\.|ss\.|section) (?=\d)/gi, '$1\u00a0')
    .replaceAll(/([☐☑]) /g, '$1\u00a0')
    .replaceAll(/: …/g, ':\u00a0…');
}

/** Without the characters that XML forbids: names from an LMS may hold any. */
function writable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}
