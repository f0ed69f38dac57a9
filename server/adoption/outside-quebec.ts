/** Whether what the organisation concludes about places outside Québec is what its notices say. */
import { readPicks } from './answer-words.ts';
import { type Block, fill, p } from './blocks.ts';
import type { AnswerTo } from './fill-in.ts';
import type { KitStudy } from './kit-facts.ts';

/** Of the conclusion of chapter 7: its choices are "all in Québec" and "a place outside". */
const allInside = 1;
const oneOutside = 2;

export interface OutsideWords {
  readonly about: string;
  readonly asks: string;
  readonly differs: (study: string | null) => string;
  readonly mend: (leavesQuebec: boolean) => string;
}

/** A step for each study whose notice says otherwise; none until the conclusion is given. */
export function outsideWarnings(
  studies: readonly KitStudy[],
  answerTo: AnswerTo,
  { about, asks, differs, mend }: OutsideWords,
): Block[] {
  const picks = readPicks(answerTo(`${about} – ${asks}`), oneOutside);
  if (picks?.size !== 1) return [];
  const isOutside = !picks.has(allInside);
  return studies
    .filter(({ isClosed, facts }) => !isClosed && facts.texts.notice === null)
    .filter(({ facts: { leavesQuebec } }) => (leavesQuebec ?? false) !== isOutside)
    .map(({ name }) => p(differs(name), fill(mend(isOutside), 'operator', 'step')));
}
