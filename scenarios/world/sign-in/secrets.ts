/**
 * Reads the boxes of a sign-in page as features and classes. It runs in the browser, and only its result goes on: the strings enter no action, journal, request or state. Version 1: a change of its results for
 * any string is a version 2 beside it.
 */
import type { CodeReading, PasswordReading, SecretFeatures, UserNameReading } from './types.ts';
import { isCommon } from './common-passwords.ts';

/** The words of the card and the code, in the language and variant of the person who plays. */
export interface CardWords {
  readonly name: string;
  readonly birthYear: string;
  readonly email: string;
  readonly userName: string;
  readonly temporaryPassword: string;
  readonly code: string;
}

/** Shorter parts of a name are parts of many other words. */
const SHORTEST_NAME = 4;

/** What the box of the user name holds. Spaces around it and capitals do not count, as in real sign-in pages. */
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

/** What the box of the temporary password holds. Only spaces around it are forgiven. */
export function readPassword(text: string, card: CardWords): PasswordReading {
  const entered = text.trim();
  if (entered === '') return 'empty';
  if (entered === card.temporaryPassword) return 'card';
  if (plain(entered) === plain(card.userName)) return 'user-name';
  return digits(entered) === digits(card.code) ? 'code' : 'other';
}

/** What the box of the code holds. Spaces and hyphens do not count. */
export function readCode(text: string, card: CardWords): CodeReading {
  if (text.trim() === '') return 'empty';
  if (/^[\d\s-]*$/.test(text) && digits(text) === digits(card.code)) return 'received';
  return text.trim() === card.temporaryPassword ? 'password' : 'other';
}

/** Features of a new password; null if the box is empty. */
export function readSecret(secret: string, card: CardWords): SecretFeatures | null {
  if (secret === '') return null;
  const letters = plain(secret);
  const names = [...plain(card.name).split(/[^a-z]+/), plain(card.userName)];
  return {
    version: 1,
    length: lengthClass(secret.length),
    name: names.some((name) => name.length >= SHORTEST_NAME && letters.includes(name)),
    year: secret.includes(card.birthYear),
    common: isCommon(letters),
    temporary: letters.includes(plain(card.temporaryPassword)),
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
