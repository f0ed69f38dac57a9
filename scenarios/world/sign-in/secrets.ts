/**
 * Runs in the browser; the strings enter no action, journal, request or state. To change any result, add a
 * version.
 */
import { holdsCode } from '../reading/codes.ts';
import { plainDigits } from '../reading/digits.ts';
import type {
  CodeReading,
  Guesses,
  NumberReading,
  PasswordReading,
  SecretFeatures,
  UserNameReading,
} from './types.ts';
import { isCommon } from './common-passwords.ts';

/** In the language and variant of the person who plays. */
export interface CardWords {
  readonly name: string;
  readonly birthYear: string;
  readonly email: string;
  readonly userName: string;
  readonly temporaryPassword: string;
  readonly code: string;
}

/** Shorter parts of a name occur in many other words. */
const SHORTEST_NAME = 4;

/** Ignores spaces around it and capitals, as real sign-in pages do. */
export function readUserName(text: string, card: CardWords): UserNameReading {
  const entered = plain(text);
  if (entered === '') return 'empty';
  if (entered === plain(card.userName)) return 'card';
  if (entered.includes('@')) return 'email';
  if (
    (entered.length >= SHORTEST_NAME && plain(card.name).includes(entered)) ||
    entered.includes(plain(card.name))
  )
    return 'name';
  if (text.trim() === card.temporaryPassword) return 'password';
  return digits(text) === digits(card.code) ? 'code' : 'other';
}

/** Ignores only spaces around it. */
export function readPassword(text: string, card: CardWords): PasswordReading {
  const entered = text.trim();
  if (entered === '') return 'empty';
  if (entered === card.temporaryPassword) return 'card';
  if (plain(entered) === plain(card.userName)) return 'user-name';
  return digits(entered) === digits(card.code) ? 'code' : 'other';
}

/** Ignores spaces and hyphens. */
export function readCode(text: string, card: CardWords): CodeReading {
  if (text.trim() === '') return 'empty';
  if (/^[\d\s-]*$/.test(text) && digits(text) === digits(card.code)) return 'received';
  return text.trim() === card.temporaryPassword ? 'password' : 'other';
}

/** In any spelling: with other marks, in words, in a sentence. */
export function readAnyCode(text: string, card: CardWords): CodeReading {
  const read = readCode(text, card);
  return read === 'other' && holdsCode(text, card.code) ? 'received' : read;
}

/** @param shown the number on the computer */
export function readNumber(text: string, shown: string): NumberReading {
  if (text.trim() === '') return 'empty';
  return digits(plainDigits(text)) === digits(shown) ? 'shown' : 'other';
}

/**
 * The power of ten of the guesses that a password takes; what is on the card (`known`) is tried first. The
 * browser hands in the library that does it.
 */
export type Estimate = (secret: string, known: readonly string[]) => number;

/** @param estimate null if it could not be loaded */
export function readEstimatedSecret(
  secret: string,
  card: CardWords,
  estimate: Estimate | null,
): SecretFeatures | null {
  const features = readSecret(secret, card);
  if (features === null) return null;
  const words = wordsOf(card);
  const own = withoutWords(secret, words);
  const power = estimate === null ? null : estimate(own, words);
  const most = isWordAndNumber(own) ? wordAndNumberPower : Infinity;
  const guesses = power === null ? 'unknown' : guessesClass(Math.min(power, most));
  return { ...features, version: 2, guesses };
}

/** A dictionary of 10^5 words and a number of four digits; no dictionary is loaded. */
const wordAndNumberPower = 9;

/** « chocolate1 »: letters as in a word, then a few digits at most. */
function isWordAndNumber(secret: string): boolean {
  return /^[a-z]*[aeiouy][a-z]*\d{0,4}$/.test(plain(secret)) && !/[^aeiouy\d]{5}/.test(plain(secret));
}

/** An estimator takes three known words in a row as many guesses; somebody who reads the card needs few. */
function withoutWords(secret: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.split(new RegExp(escaped(word), 'i')).join(''), secret);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function wordsOf(card: CardWords): readonly string[] {
  const { name, birthYear, email, userName, temporaryPassword, code } = card;
  const whole = [
    name,
    birthYear,
    email,
    userName,
    temporaryPassword,
    wordOf(temporaryPassword),
    code,
    digits(code),
  ];
  const parts = [name, email].flatMap((text) => plain(text).split(/[^a-z]+/));
  return [...new Set([...whole, ...parts])].filter((word) => word.length >= SHORTEST_NAME);
}

/** Without the digits at its end: « framboise9 » is the old password again. */
function wordOf(password: string): string {
  const word = plain(password).replace(/\d+$/, '');
  return word.length >= SHORTEST_NAME ? word : plain(password);
}

function guessesClass(power: number): Guesses {
  if (power < 6) return 'under-6';
  if (power < 8) return '6-to-8';
  return power < 10 ? '8-to-10' : '10-and-more';
}

/** Null if the box is empty. */
export function readSecret(
  secret: string,
  card: CardWords,
): Extract<SecretFeatures, { readonly version: 1 }> | null {
  if (secret === '') return null;
  const letters = plain(secret);
  const names = [...plain(card.name).split(/[^a-z]+/), plain(card.userName)];
  return {
    version: 1,
    length: lengthClass(secret.length),
    name: names.some((name) => name.length >= SHORTEST_NAME && letters.includes(name)),
    year: secret.includes(card.birthYear),
    common: isCommon(letters),
    temporary: letters.includes(wordOf(card.temporaryPassword)),
    code: digits(secret).includes(digits(card.code)),
  };
}

function lengthClass(length: number): SecretFeatures['length'] {
  if (length < 8) return 'under-8';
  if (length < 12) return '8-to-11';
  return length < 16 ? '12-to-15' : '16-and-more';
}

/** Small letters without accents. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
