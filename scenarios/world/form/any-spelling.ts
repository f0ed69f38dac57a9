/** Fields that are read whatever the spelling: any hyphen, O for 0, numbers and months in words, small slips. */
import { plainText, plainWords, sameWord } from '../plain-text.ts';
import { findDays } from '../reading/days.ts';
import { plainDigits } from '../reading/digits.ts';
import { soundOf } from '../reading/sound.ts';
import { areSwapped } from '../reading/swapped.ts';
import { writeNumbers } from '../reading/write-numbers.ts';
import type { Reading, TextField } from './types.ts';

/** Words of an address that people leave out or say otherwise: « 12 des Pins », “12 Pins Street”. */
const optional = new Set(
  'rue r avenue av boulevard boul chemin ch de des du la le les l street st road rd'.split(' '),
);

/** @param typed not empty */
export function readAnySpelling({ format, onCard }: TextField, typed: string): Reading {
  switch (format) {
    case 'date': {
      const days = findDays(typed);
      if (days.length === 0) return 'ill-formed';
      return findDays(onCard).some((day) => days.includes(day)) ? 'as-on-card' : 'well-formed';
    }
    case 'phone': {
      const number = phoneNumber(typed);
      if (number === undefined) return 'ill-formed';
      return number === phoneNumber(onCard) ? 'as-on-card' : 'well-formed';
    }
    case 'words':
      return saysCard(typed, onCard) ? 'as-on-card' : 'well-formed';
  }
}

/** Ten digits, with or without the 1 before them, among any words. */
function phoneNumber(typed: string): string | undefined {
  const digits = digitsIn(typed).replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? digits : undefined;
}

/** All digits in a row, with numbers in words as digits. */
export function digitsIn(typed: string): string {
  return writeNumbers(plainText(plainDigits(typed)), () => true).replace(/\D/g, '');
}

/** All words and numbers of the card, and no other number. */
function saysCard(typed: string, onCard: string): boolean {
  const written = plainWords(writeNumbers(plainText(plainDigits(typed))));
  const known = plainWords(plainText(onCard));
  const numbers = written.filter((word) => /^\d+$/.test(word));
  if (numbers.some((number) => !known.includes(number))) return false;
  return known
    .filter((word) => !optional.has(word))
    .every((word, index, all) => written.some((each) => saysWord(word, each) || isJoined(all, index, each)));
}

function saysWord(known: string, written: string): boolean {
  if (known === written || /\d/.test(known)) return known === written;
  return sameWord(known, written) || isNear(known, written);
}

/** The same by ear, or with two neighbours swapped; very short words must be exact. */
function isNear(known: string, written: string): boolean {
  if (known.length < 4 || written.length < 3) return false;
  if (soundOf(known) === soundOf(written)) return true;
  return areSwapped(known, written);
}

/** « valrivard », « alextremblay »: the word together with its neighbour. */
function isJoined(all: readonly string[], index: number, written: string): boolean {
  const word = all[index] ?? '';
  return [`${all[index - 1] ?? '-'}${word}`, `${word}${all[index + 1] ?? '-'}`].includes(written);
}
