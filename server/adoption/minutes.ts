/** How long a document takes: estimates, which the first page states. Nobody has measured them with people. */
import { type Block, isFill, type Line, partsOf } from './blocks.ts';
import type { Question } from './questions.ts';

/** To write an answer that is known; looking for it can take longer. */
const minutesToWrite: Readonly<Record<Question['kind'], number>> = {
  tick: 0.25,
  box: 0.25,
  confirm: 0.5,
  choice: 0.5,
  words: 1,
  signature: 1,
  sentences: 3,
  step: 5,
  shared: 0,
};

/** Of somebody who reads at ease. */
const wordsPerMinute = 200;

/** Exact: nothing is rounded before the sum. */
export function writingMinutes(questions: readonly Question[]): number {
  return questions.reduce(
    (sum, { kind, count, isWritten = false }) =>
      sum + count * minutesToWrite[kind] + (isWritten ? minutesToWrite.words : 0),
    0,
  );
}

/** Of a sum that is an estimate: the next five minutes. */
export function roundSum(minutes: number): number {
  return Math.ceil(minutes / 5) * 5;
}

export function readingMinutes(blocks: readonly Block[]): number {
  return blocks.flatMap(linesOf).reduce((sum, line) => sum + wordsIn(line), 0) / wordsPerMinute;
}

/** All that a block says. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
      return [block.line];
    case 'table':
      return [...block.heads, ...block.rows.flat()];
    case 'list':
    case 'ticks':
    case 'quote':
      return block.lines;
  }
}

function wordsIn(line: Line): number {
  return partsOf(line)
    .map((part) => (isFill(part) ? [part.fill, ...(part.options ?? [])].join(' ') : part))
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
