/**
 * The answer to « Peux-tu venir jeudi? À quelle heure? »: yes needs one time of that evening, no needs
 * another day with its hour.
 */
import { plainText } from '../../world/plain-text.ts';
import { plainDigits } from '../../world/reading/digits.ts';
import type { Lexicon } from './lexicon.ts';
import { readAnswerClauses, type AnswerClause } from './answer-clauses.ts';
import { markTimes, type DayTime } from './times.ts';

export interface Answer {
  readonly yes: boolean;
  readonly no: boolean;
  readonly time: boolean;
  /** One time of the evening that was asked for. */
  readonly arrival: boolean;
  /** Another day, with its hour. */
  readonly proposal: boolean;
}

/** Times further apart than this leave the reader guessing. Minutes. */
const WIDEST_CHOICE = 60;
const evening = { from: 15 * 60, to: 23 * 60 };

/** @param day the day that was asked, as a list of `days` is named: `thursday` */
export function readAnswer(lexicon: Lexicon, typed: string, day: string): Answer {
  const { text, times } = markTimes(plainText(plainDigits(typed)));
  const clauses = readAnswerClauses(lexicon, text, day);
  const timesOf = (wanted: (clause: AnswerClause) => boolean): DayTime[] =>
    clauses
      .filter((clause) => wanted(clause))
      .flatMap((clause) => clause.times.flatMap((index) => times[index] ?? []))
      .filter(({ endsSpan }) => !endsSpan);
  const arrivals = timesOf(({ about, says }) => about !== 'other' && !says.includes('elsewhere'));
  const proposals = clauses.filter(
    ({ about, times: own, says }) => about === 'other' && own.length > 0 && !says.includes('elsewhere'),
  );
  return {
    ...decide(clauses),
    time: times.length > 0,
    arrival: isOneEvening(arrivals),
    proposal: proposals.length > 0 && proposals.length <= 2,
  };
}

function isOneEvening(times: readonly DayTime[]): boolean {
  const minutes = times.map((time) => time.minutes);
  if (minutes.length === 0) return false;
  const isEvening = minutes.every((each) => each >= evening.from && each < evening.to);
  return isEvening && Math.max(...minutes) - Math.min(...minutes) <= WIDEST_CHOICE;
}

/**
 * Clear beats likely. Two clear words cancel; among likely ones a no beats a yes (« Je peux vendredi, je
 * peux pas jeudi »). Another day without a yes says no.
 */
function decide(clauses: readonly AnswerClause[]): { yes: boolean; no: boolean } {
  const here = clauses.filter(({ about }) => about !== 'other');
  const some = (list: readonly AnswerClause[], what: AnswerClause['says'][number]): boolean =>
    list.some(({ says }) => says.includes(what));
  const away = clauses.filter(({ about }) => about === 'other');
  const offers = away.some(
    ({ says, times }) => says.some((each) => ['yes', 'likely', 'rather'].includes(each)) || times.length > 0,
  );
  const rather = some(clauses, 'rather') && offers;
  const yes = { yes: true, no: false };
  const no = { yes: false, no: true };
  const neither = { yes: false, no: false };
  if (some(here, 'yes') && some(here, 'no')) return { yes: true, no: true };
  if (some(here, 'yes')) {
    if (rather) return neither;
    const lastYes = here.findLastIndex(({ says }) => says.includes('yes'));
    const lastNo = here.findLastIndex(({ says, bound }) => says.includes('unlikely') && bound);
    return lastNo > lastYes ? no : yes;
  }
  if (some(here, 'no')) return no;
  if (some(here, 'unlikely')) {
    const lastNo = here.findLastIndex(({ says }) => says.includes('unlikely'));
    return some(here.slice(lastNo + 1), 'unsure') ? neither : no;
  }
  if (some(here, 'unsure') || some(away, 'unsure')) return neither;
  if (some(here, 'likely')) return rather ? no : yes;
  if (some(away, 'yes')) return some(here, 'reason') ? no : neither;
  return offers || some(here, 'reason') ? no : neither;
}
