/** Finds times of day (`17h30`, `5 p.m.`, `cinq heures`, `vers 5`) by word lists. */
import type { VocabularyFile } from '../kit/vocabulary-schema.ts';
import { plainText } from '../world/plain-text.ts';

export type ClockReader = (plain: string) => string;

const hour = String.raw`(?:2[0-4]|1\d|0?\d)`;
const minutes = String.raw`[0-5]\d`;
/** A time does not begin or end inside a word or number. */
const start = String.raw`(?<![\p{L}\p{N}$.,:])`;
const end = String.raw`(?![\p{L}\p{N}])`;

export function createClockReader(lists: readonly VocabularyFile['time'][]): ClockReader {
  const list = (name: keyof VocabularyFile['time']): string[] =>
    lists.flatMap((each) => each[name]).map(plainText);
  const joined = list('joined');
  const number = `(?:${hour}|${oneOf(list('numbers'))})`;
  const notDuration = `(?<!${start}${oneOf(list('durations'))} )`;
  const notOther = `(?! ?${oneOf(list('notClock'))}${end})`;
  const patterns = [
    // 17:00, 5.30
    `${start}${hour} ?[:.] ?${minutes}(?! ?\\$)(?!\\d)`,
    // 17 h, 17h30, 1700h, 5 p.m., cinq heures
    `${notDuration}${start}(?:${number}|[01]\\d${minutes}|2[0-3]${minutes}) ?${oneOf(list('units'))}(?: ?${minutes})?${end}${notOther}`,
    // 5 du soir, 5 sharp
    `${start}${number} ${oneOf(list('after'))}${end}`,
    // à 5, vers 5, at five
    `${start}${oneOf(list('before'))} ${number}${end}(?![.,:]\\d)${notOther}`,
    `${start}${oneOf(list('exact'))}${end}`,
  ].map((source) => new RegExp(source, 'gu'));
  return (plain) => {
    const whole = joined.reduce((text, words) => text.replaceAll(words, words.replaceAll(' ', '')), plain);
    return patterns.reduce((text, pattern) => text.replace(pattern, ' @time '), whole);
  };
}

export function isBareHour(word: string): boolean {
  return new RegExp(`^${hour}$`, 'u').test(word);
}

function oneOf(words: readonly string[]): string {
  const escaped = [...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  // An empty list must match nothing, not even an empty text.
  return escaped.length === 0 ? '(?!)' : `(?:${escaped.join('|')})`;
}
