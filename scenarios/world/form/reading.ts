/**
 * The log stores the class of a typed text, for after erasure. Ignores spelling, accents, capitals and
 * signs between digits.
 */
import { plainText, plainWords, sameWord } from '../plain-text.ts';
import { digitsIn, readAnySpelling } from './any-spelling.ts';
import type { FormSite, FormWorld, Reading, TextField } from './types.ts';

/** Replaces an erased text in the log; nobody can type it. */
const erased = '\uFFFC';

export function readField(field: TextField, typed: string): Reading {
  if (typed.trim() === '') return 'empty';
  if (field.spelling === 'any') return readAnySpelling(field, typed);
  switch (field.format) {
    case 'date':
      return readAs(findDay(typed), findDay(field.onCard));
    case 'phone':
      return readAs(findNumber(typed), findNumber(field.onCard));
    case 'words':
      return holdsWords(typed, field.onCard) ? 'as-on-card' : 'well-formed';
  }
}

/** `as-on-card` if it holds a confirmation number. */
export function readPad(world: FormWorld, typed: string): Reading {
  if (typed.trim() === '') return 'empty';
  return world.sites.some((site) => holdsNumber(site, typed)) ? 'as-on-card' : 'well-formed';
}

function holdsNumber({ number, spelling }: FormSite, typed: string): boolean {
  if (number === undefined) return false;
  if (spelling === 'any') return digitsIn(typed).includes(digitsIn(number));
  return lettersAndDigits(typed).includes(lettersAndDigits(number));
}

/** `as-on-card` for the last two digits of the number, or for all of them. */
export function readPaper(number: string, typed: string): Reading {
  if (typed.trim() === '') return 'empty';
  const digits = digitsIn(number);
  return [digits, digits.slice(-2)].includes(digitsIn(typed)) ? 'as-on-card' : 'well-formed';
}

/** For an erased text, accepts the stored reading. */
export function fits(typed: string, reading: Reading, read: (typed: string) => Reading): boolean {
  return typed === erased || read(typed) === reading;
}

function readAs(found: string | undefined, onCard: string | undefined): Reading {
  if (found === undefined) return 'ill-formed';
  return found === onCard ? 'as-on-card' : 'well-formed';
}

/** Year, month, day, with any sign or none between them. */
function findDay(typed: string): string | undefined {
  const text = typed.trim();
  const parts =
    /^(\d{4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = '', month = '', day = ''] = parts ?? [];
  const isDay =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month));
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Ten digits, with or without the 1 before them. */
function findNumber(typed: string): string | undefined {
  if (!/^[\d\s().+-]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? digits : undefined;
}

function holdsWords(typed: string, onCard: string): boolean {
  const written = plainWords(plainText(typed));
  return plainWords(plainText(onCard)).every((known) => written.some((word) => isWord(known, word)));
}

/** Numbers must match exactly. */
function isWord(known: string, word: string): boolean {
  return /\d/.test(known) ? known === word : sameWord(known, word);
}

function lettersAndDigits(text: string): string {
  return plainText(text).replace(/[^a-z0-9]/g, '');
}
