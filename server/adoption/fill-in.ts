/** Puts answers where the documents ask: what is answered is ordinary text, and no question any more. */
import { type Block, type Fill, isFill, type Line, partsOf, points } from './blocks.ts';
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
  const picked = block.lines.map((_, index) => isPicked(answer, index));
  const done = block.lines.filter((_, index) => picked[index]);
  const left = block.lines.filter((_, index) => !picked[index]);
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
  let boxes = -1;
  const fillBox = (line: Line): Line => {
    if (!partsOf(line).some((part) => isFill(part) && part.kind === 'box')) return line;
    boxes += 1;
    if (!isPicked(ticked, boxes)) return line;
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
    const question = questionOf(part, parts[index - 1], title);
    const answer = canBeAnswered(question) ? answerTo(nameOfQuestion(question)).trim() : '';
    return answer === '' ? part : sayAnswer(part, answer);
  });
  return filled.every((part, index) => part === parts[index]) ? line : filled;
}

function sayAnswer({ kind, fill, options = [] }: Fill, answer: string): string {
  if (kind === 'confirm') return isYes(answer) ? `${fill} **☑**` : answer;
  if (kind !== 'choice' || !isNumbers(answer)) return answer;
  return options.map((one, index) => `${isPicked(answer, index) ? '☑' : '☐'} ${one}`).join('\n');
}

function isYes(answer: string): boolean {
  return /^(?:oui|yes)$/i.test(answer.trim());
}

function isNumbers(answer: string): boolean {
  return /^[\d\s,;]+$/.test(answer);
}

/** By its number from 1, or all at once. */
function isPicked(answer: string, index: number): boolean {
  if (/^(?:tout|all)$/i.test(answer.trim())) return true;
  return isNumbers(answer) && answer.split(/[\s,;]+/).includes(String(index + 1));
}
