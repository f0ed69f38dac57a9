/**
 * Whether a text holds exactly a given code, however written: grouped, hyphenated, in words by digit, tens
 * or hundreds, or backwards where it says so.
 */
import { plainText } from '../plain-text.ts';
import { plainDigits } from './digits.ts';
import { isHomophone, isNumberWord, splitNumberWords, spokenNumbersAt } from './number-words.ts';

/** Prices, hours and dates hand over no code, whatever their digits. */
const otherNumbers =
  /[$€] ?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)? ?(?:[$€%]|dollars?|piastres?)|\b\d{1,2} ?(?:h(?:res?|rs?|eures?)?(?: ?\d\d)?|[ap]\.?m)\b|\b(?:19|20)\d\d-\d\d-\d\d\b/gu;

const ordinals =
  /^(?:premiers?|derniers?|prochains?|chiffres?|first|last|digits?|numbers?|eme|e|er|min(?:utes?)?|secondes?|times)$/;
const reversing = /\b(?:l?envers|rebours|backwards?|reversed?)\b/u;
const swapping = /^(?:apres|after)$/;

export function holdsCode(typed: string, code: string): boolean {
  const digits = code.replace(/\D/g, '');
  const plain = plainText(plainDigits(typed)).replace(otherNumbers, ' . ');
  const words = wordsOf(plain);
  if (followsFrom(words, digits)) return true;
  if (reversing.test(plain) && followsFrom(words, backwards(digits))) return true;
  const half = digits.length / 2;
  return (
    words.some((word) => swapping.test(word)) &&
    followsFrom(words, digits.slice(half) + digits.slice(0, half))
  );
}

function backwards(digits: string): string {
  return digits.split('').reverse().join('');
}

function wordsOf(plain: string): readonly string[] {
  return (plain.match(/\d+|\p{L}+/gu) ?? []).flatMap((word) => splitNumberWords(word) ?? [word]);
}

function followsFrom(words: readonly string[], digits: string): boolean {
  const failed = new Set<string>();
  return words.some((word, start) => isNumber(word) && follows(words, start, digits, failed));
}

/** True if the numbers from `at` on spell `digits`, with any words between them. `failed` keeps it from trying twice. */
function follows(words: readonly string[], at: number, digits: string, failed: Set<string>): boolean {
  const place = `${at} ${digits.length}`;
  if (failed.has(place)) return false;
  for (const { written, end } of readingsAt(words, at)) {
    if (written === digits) return true;
    if (!digits.startsWith(written)) continue;
    const rest = digits.slice(written.length);
    if (nextStarts(words, end).some((next) => follows(words, next, rest, failed))) return true;
  }
  failed.add(place);
  return false;
}

function readingsAt(words: readonly string[], at: number): { written: string; end: number }[] {
  const word = words[at] ?? '';
  if (/^\d/.test(word)) return [{ written: word, end: at + 1 }];
  return spokenNumbersAt(words, at).map(({ value, end }) => ({ written: String(value), end }));
}

/** The next number, and those after it as long as the ones before may be no numbers (« les 3 premiers », « un 4 »). */
function nextStarts(words: readonly string[], from: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!isNumber(word)) continue;
    starts.push(at);
    if (
      !isHomophone(word) &&
      !/^(?:cents?|mille|hundred|thousand)$/.test(word) &&
      !ordinals.test(words[at + 1] ?? '')
    )
      break;
  }
  return starts;
}

function isNumber(word: string): boolean {
  return /^\d/.test(word) || isNumberWord(word);
}
