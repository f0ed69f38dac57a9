/** Whether what the organisation concludes about places outside Québec is what its notices say. */
import { readPicks } from './answer-words.ts';
import { type Block, fill, p } from './blocks.ts';
import type { AnswerTo } from './fill-in.ts';
import type { KitStudy } from './kit-facts.ts';

/** Of the conclusion of chapter 7: its choices are "all in Québec" and "a place outside". */
const allInside = 1;
const oneOutside = 2;

export interface OutsideWords {
  /** Before a sentence that is read apart from the document. */
  readonly where: string;
  readonly about: string;
  readonly asks: string;
  readonly differs: (study: string | null) => string;
  readonly mend: (leavesQuebec: boolean) => string;
}

/** A study whose notice says something else, and what its file would have to say. */
interface Disagreement {
  readonly name: string | null;
  readonly isOutside: boolean;
}

/** A step for each study whose notice says otherwise; none until the conclusion is given. */
export function outsideWarnings(
  studies: readonly KitStudy[],
  answerTo: AnswerTo,
  words: OutsideWords,
): Block[] {
  return listDisagreements(studies, answerTo, words).map(({ name, isOutside }) =>
    p(words.differs(name), fill(words.mend(isOutside), 'operator', 'step')),
  );
}

/** The same as sentences, for whoever makes the kit. */
export function sayDisagreements(
  studies: readonly KitStudy[],
  answerTo: AnswerTo,
  words: OutsideWords,
): string[] {
  return listDisagreements(studies, answerTo, words).map(
    ({ name, isOutside }) => `${words.where}${words.differs(name)}${words.mend(isOutside)}.`,
  );
}

function listDisagreements(
  studies: readonly KitStudy[],
  answerTo: AnswerTo,
  { about, asks }: OutsideWords,
): Disagreement[] {
  const picks = readPicks(answerTo(`${about} – ${asks}`), oneOutside);
  if (picks?.size !== 1) return [];
  const isOutside = !picks.has(allInside);
  return (
    studies
      .filter(({ isClosed }) => !isClosed)
      // A notice of the organisation's own does not follow the file of the study, but the policy of document 11 does.
      .filter(({ facts: { texts, leavesQuebec } }) => texts.notice === null || leavesQuebec !== null)
      .filter(({ facts: { leavesQuebec } }) => (leavesQuebec ?? false) !== isOutside)
      .map(({ name }) => ({ name, isOutside }))
  );
}
