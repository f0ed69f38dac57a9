/** Whether a text gives the time that the rules ask about: « 7 h 42 », “7:42 a.m.”, « sept heures quarante-deux ». */
import { plainText } from '../../world/plain-text.ts';
import { plainDigits } from '../../world/reading/digits.ts';
import { writeNumbers } from '../../world/reading/write-numbers.ts';
import { type Hit, readHits } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { type DayTime, markTimes } from './times.ts';

const HALF_DAY = 12 * 60;
const clock = /^(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)$/;

/** Numbers that only look like times, in the text as it was typed. */
const otherNumbers: readonly RegExp[] = [
  // 819 555-1930
  /(?<!\d)(?:\(?\d{3}\)?[-. ]?)?\d{3}[-. ]\d{4}(?!\d)/gu,
  // 2026-11-30, 30/11, 30-11-2026
  /(?<!\d)(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}-\d{1,2}-\d{2,4})(?!\d)/gu,
  // 19,30 $, $7.42
  /\$ ?\d+(?:[.,:]\d{2})?|\d+(?:[.,:]\d{2})? ?\$/gu,
  // « novembre 1942 », “room 2015”; « à 1942 » is a time.
  /(?<=\p{L}\s)(?<!(?<!\p{L})(?:à|a|vers|pour|at|by|around|for)\s)(?:19|20)\d{2}(?!\d|:| ?h)/giu,
];
/** « à 7.42 », “at seven forty-two”, in plain text with numbers in digits. */
const loose = /(?<=(?<!\p{L})(?:a|vers|at|around|by) ?)(\d{1,2})[. ]([0-5]\d)(?![\d.,$])/gu;

/** Ways to say a time that the shared forms do not have, in plain text. */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/\bmidi et demie?\b/gu, '12 h 30 pm'],
  [/\bmidi et quart\b/gu, '12 h 15 pm'],
  [/\bmidi moins (?:le )?quart\b/gu, '11 h 45 am'],
  [/\bminuit et demie?\b/gu, '0 h 30'],
  [/\bminuit et quart\b/gu, '0 h 15'],
  [/\b(?:ce|a|en) (?:soir|soiree)\b|\bcet(?:te)? apres midi\b/gu, 'du soir'],
  [/\b(?:tonight|this (?:evening|afternoon)|at night)\b/gu, 'in the evening'],
  [/\b(?:ce|a) matin\b|\bthis morning\b/gu, 'du matin'],
  // After noon, 12 is midnight on this clock.
  [/\b12(?: ?(?:[:h]|heures?) ?(\d\d))? ?(?:a\.?m\b\.?|du matin)/gu, '0 h $1'],
];
/** Denials of something else: « oublie pas, 7 h 42 », “no later than 7:42”. */
const noDenials =
  /\b(?:n?(?:oublie[sz]?|oubli|manque[sz]?|rate[sz]?) (?:donc |surtout )?pas|pas de (?:problemes?|troubles?|soucis?)|pas plus tard que|pas avant|dont (?:forget|miss)|do not (?:forget|miss)|no (?:problem|worries|later than|sooner than)|not (?:before|later than))\b/gu;

/** What a text has only if the scene says which time is wanted. */
export const timeFeatures: readonly string[] = ['sameTime', 'otherTime'];

export interface TimeFeatures {
  /** One of the times of the text is the wanted one. */
  readonly sameTime: boolean;
  /** One of them is not. */
  readonly otherTime: boolean;
}

/** @returns whether `written` is a time on the 24-hour clock, as `recognises` wants it: `07:42` */
export function isClockTime(written: string): boolean {
  return clock.test(written);
}

/**
 * A time that a clause denies, asks for or supposes counts as none. « 7 h 42 » without a half of the day is the same as
 * 07:42 and as 19:42. A number alone (« à 7 ») counts only if no time is written as one.
 * @param lexicon with the lists of clauses
 * @param wanted for example `07:42`
 */
export function readWantedTime(lexicon: Lexicon, typed: string, wanted: string): TimeFeatures {
  const { text, times } = markTimes(prepared(typed));
  const said = statedIn(readHits(lexicon, text)).flatMap((index) => times[index] ?? []);
  const written = said.filter(({ isBare }) => !isBare);
  const counted = written.length > 0 ? written : said;
  const minutes = minutesOf(wanted);
  return {
    sameTime: counted.some((time) => isSame(time, minutes)),
    otherTime: !counted.every((time) => isSame(time, minutes)),
  };
}

function prepared(typed: string): string {
  const numbers = otherNumbers.reduce((text, pattern) => text.replace(pattern, ' '), plainDigits(typed));
  const plain = writeNumbers(plainText(numbers)).replace(loose, '$1:$2').replace(noDenials, ' ');
  return otherWords.reduce((text, [pattern, words]) => text.replace(pattern, words), plain);
}

/** Indexes of the times that the text states. */
function statedIn(hits: readonly Hit[]): number[] {
  return hits.flatMap(({ words, denied, asked, supposed, deniedAfter }, at) => {
    const mark = words.find((word) => word.startsWith('§'));
    if (mark === undefined || denied || asked || supposed) return [];
    return deniedAfter && !isNextDenied(hits.slice(at + 1)) ? [] : [Number(mark.slice(1))];
  });
}

/** « 7 h 42 pas 8 h »: the denial is about what follows. */
function isNextDenied(after: readonly Hit[]): boolean {
  const next = after[after.findIndex(({ kinds }) => kinds.includes('negators')) + 1];
  return next?.words.some((word) => word.startsWith('§')) === true;
}

function isSame({ minutes, halfOfDay }: DayTime, wanted: number): boolean {
  return (minutes - wanted) % (halfOfDay ? 2 * HALF_DAY : HALF_DAY) === 0;
}

function minutesOf(wanted: string): number {
  const { hour, minute } = clock.exec(wanted)?.groups ?? {};
  return Number(hour) * 60 + Number(minute);
}
