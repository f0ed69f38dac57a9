/**
 * Runs in the browser; only its result goes on. The strings enter no action, journal, request or state. If
 * the result for any string must change, add a version 2 beside this version 1.
 */
import type { CodeReading, PasswordReading, SecretFeatures, UserNameReading } from './types.ts';
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

/** Null if the box is empty. */
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
