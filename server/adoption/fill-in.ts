/** Puts answers where the documents ask: what is answered is ordinary text, and no question any more. */
import { hasBlank, isYes, readPicks } from './answer-words.ts';
import { type Block, type Fill, type Inline, isFill, type Line, partsOf, points } from './blocks.ts';
import { nameIn, type Question, questionOf, titleOf } from './questions.ts';

/** The answer to a question of this name; empty if there is none. */
export type AnswerTo = (name: string) => string;

/** Unique within a kit, in each language. */
export function nameOfQuestion({ about, asks }: Pick<Question, 'about' | 'asks'>): string {
  return [about, asks].filter((one) => one !== '').join(' – ');
}

/** A signature is made by hand, and a step is done elsewhere. */
export function canBeAnswered({ kind }: Pick<Question, 'kind'>): boolean {
  return kind !== 'signature' && kind !== 'step';
}

export function fillIn(blocks: readonly Block[], answerTo: AnswerTo): Block[] {
  let heading = '';
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'heading':
        heading = nameIn(block.text);
        return [block];
      case 'text':
        return [{ ...block, line: fillLine(block.line, answerTo) }];
      case 'list':
      case 'quote':
        return [{ ...block, lines: block.lines.map((line) => fillLine(line, answerTo)) }];
      case 'ticks':
        return block.who === undefined ? [block] : tick(block, answerTo(heading));
      case 'table':
        return [{ ...block, rows: fillRows(block.rows, answerTo, answerTo(heading)) }];
    }
  });
}

/** Boxes that are ticked come first, as a list. */
function tick(block: Extract<Block, { kind: 'ticks' }>, answer: string): Block[] {
  const picks = readPicks(answer, block.lines.length);
  const done = block.lines.filter((_, index) => picks?.has(index + 1));
  const left = block.lines.filter((_, index) => !picks?.has(index + 1));
  return [
    ...(done.length === 0 ? [] : [points(...done.map((line) => ['☑ ', ...partsOf(line)]))]),
    ...(left.length === 0 ? [] : [{ ...block, lines: left }]),
  ];
}

function fillRows(
  rows: readonly (readonly Line[])[],
  answerTo: AnswerTo,
  ticked: string,
): readonly (readonly Line[])[] {
  const hasBox = (line: Line): boolean => partsOf(line).some((part) => isFill(part) && part.kind === 'box');
  const picks = readPicks(ticked, rows.flat().filter(hasBox).length);
  let boxes = 0;
  const fillBox = (line: Line): Line => {
    if (!hasBox(line)) return line;
    boxes += 1;
    if (!picks?.has(boxes)) return line;
    return partsOf(line).map((part) => (isFill(part) ? `${part.fill} **☑**` : part));
  };
  return rows.map((row) => {
    const title = titleOf(row);
    return row.map((line) => fillBox(fillLine(line, answerTo, title)));
  });
}

function fillLine(line: Line, answerTo: AnswerTo, title?: string): Line {
  const parts = partsOf(line);
  const filled = parts.map((part, index) => {
    if (!isFill(part) || part.kind === 'box') return part;
    const answer = answerOf(part, questionOf(part, parts[index - 1], title), answerTo);
    return answer === '' ? part : sayAnswer(part, answer);
  });
  return filled.every((part, index) => part === parts[index]) ? line : filled;
}

function answerOf({ kind, from = '' }: Fill, question: Question, answerTo: AnswerTo): string {
  if (kind !== 'shared') return canBeAnswered(question) ? answerTo(nameOfQuestion(question)).trim() : '';
  const answer = from === '' ? '' : answerTo(from).trim();
  // The place where it is asked stays open, and so do the others.
  return hasBlank(answer) ? '' : answer;
}

/** An answer that has a blank itself leaves the place open. */
function sayAnswer(part: Fill, answer: string): Inline {
  if (part.kind === 'confirm' && isYes(answer)) return `${part.fill} **☑**`;
  const { options = [] } = part;
  const picked = part.kind === 'choice' ? readPicks(answer, options.length) : null;
  if (picked === null)
    return hasBlank(answer) ? { fill: answer, who: part.who, kind: openKind(part.kind) } : answer;
  if (options.some((one, index) => picked.has(index + 1) && hasBlank(one))) return { ...part, picked };
  return options.map((one, index) => `${picked.has(index + 1) ? '☑' : '☐'} ${one}`).join('\n');
}

/** Words are left to write, and nothing to tick. */
function openKind(kind: Fill['kind']): Fill['kind'] {
  return kind === 'confirm' || kind === 'choice' ? 'words' : kind;
}
