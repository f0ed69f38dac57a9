/** Days with their year in any usual order and spelling: `1990-03-14`, `14/03/90`, « 14 mars 1990 », “March 14th”. */
import { plainText, plainWords, sameWord } from '../plain-text.ts';
import { plainDigits } from './digits.ts';
import { writeNumbers } from './write-numbers.ts';

const months = [
  'janvier january janv jan',
  'fevrier february fev feb fevr',
  'mars march mar mras marhc marss',
  'avril april avr apr',
  'mai may',
  'juin june jun',
  'juillet july juill juil jul',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec',
].map((names) => names.split(' '));

/** English ordinals that lose more than « th »; « fourteenth » is fourteen. */
const ordinals: Readonly<Record<string, string>> = {
  first: 'one',
  premier: 'un',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
  twentieth: 'twenty',
  thirtieth: 'thirty',
};

/** Two digits of a year: 90 is 1990, 05 is 2005. */
const LAST_OF_THIS_CENTURY = 30;

/** Before « sept » they are part of one number. */
const tens = new Set(['dix', 'vingt', 'trente', 'soixante']);

function isMonthName(word: string): boolean {
  return months.some((names) => names.includes(word));
}

/** 1 to 12; undefined if the word is no month. */
function findMonth(word: string): number | undefined {
  const exact = months.findIndex((names) => names.includes(word));
  const found =
    exact === -1 ? months.findIndex((names) => names.some((name) => sameWord(name, word))) : exact;
  return found === -1 ? undefined : found + 1;
}

/** @returns `1990-03-14`; several if the order of the numbers leaves them open */
export function findDays(typed: string): readonly string[] {
  const words = wordsOf(typed);
  const named = words.flatMap((word) => findMonth(word) ?? []);
  const numbers = joinYears(words.filter((word) => /^\d+$/.test(word)));
  const [first = '', second = '', third = ''] = numbers;
  if (named.length === 1 && numbers.length === 2) {
    return daysOf([
      [first, String(named[0]), second],
      [second, String(named[0]), first],
    ]);
  }
  if (named.length > 0) return [];
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(first);
  if (numbers.length === 1 && whole !== null)
    return daysOf([[whole[1] ?? '', whole[2] ?? '', whole[3] ?? '']]);
  if (numbers.length !== 3) return [];
  const usual = daysOf([
    [first, second, third],
    [third, second, first],
    [third, first, second],
  ]);
  // 1990/14/03 can only be meant so.
  return usual.length > 0 ? usual : daysOf([[first, third, second]]);
}

function wordsOf(typed: string): string[] {
  const plain = plainText(plainDigits(typed.replace(/\u2011/g, '-'))).replace(/[.,]/g, ' ');
  const cardinal = nameSeptember(plainWords(plain)).map(
    (word) => ordinals[word] ?? word.replace(/(?<=\p{L}{3})th$/u, ''),
  );
  const written = writeNumbers(cardinal.join(' '), (before) => /\d $/.test(before));
  return plainWords(written).map((word) => word.replace(/^(\d+)(?:st|nd|rd|th|er|e)$/, '$1'));
}

/** “Sept 17, 1990” has no other month: there « sept » is no seven. In « sept mars » and « dix-sept » it is. */
function nameSeptember(words: readonly string[]): readonly string[] {
  if (words.some((word) => word !== 'sept' && isMonthName(word))) return words;
  const at = words.findLastIndex((word, index) => word === 'sept' && !tens.has(words[index - 1] ?? ''));
  return words.map((word, index) => (index === at ? 'septembre' : word));
}

/** « nineteen ninety » */
function joinYears(numbers: readonly string[]): readonly string[] {
  const at = numbers.findIndex(
    (number, index) => ['19', '20'].includes(number) && numbers[index + 1]?.length === 2,
  );
  if (at === -1 || numbers.length < 3 || numbers.some((number) => number.length === 4)) return numbers;
  if (numbers.length === 3 && at === 0) return numbers;
  return [...numbers.slice(0, at), `${numbers[at] ?? ''}${numbers[at + 1] ?? ''}`, ...numbers.slice(at + 2)];
}

function daysOf(parts: readonly (readonly [year: string, month: string, day: string])[]): string[] {
  const days = parts.flatMap(([written, month, day]) => {
    const year = yearOf(written);
    if (year === undefined || !isDay(year, Number(month), Number(day))) return [];
    return [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`];
  });
  return [...new Set(days)];
}

function yearOf(written: string): number | undefined {
  if (written.length === 4) return Number(written);
  if (written.length !== 2) return undefined;
  return Number(written) + (Number(written) > LAST_OF_THIS_CENTURY ? 1900 : 2000);
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= longest;
}
