/**
 * Ignores accents, capitals, plurals, small slips and spelling by ear. Works on texts in the caller's
 * language.
 */
import { plainText, plainWords } from './plain-text.ts';

export interface Searchable {
  readonly id: string;
  readonly words: string;
  /** Comes before all others if it matches at all. */
  readonly sponsored?: boolean;
}

/** Paid ones first, then by number of matching words; ties keep their order. */
export function searchPages(entries: readonly Searchable[], typed: string): readonly string[] {
  const asked = wordsOf(typed);
  return entries
    .map((entry) => ({ ...entry, score: countMatches(asked, wordsOf(entry.words)) }))
    .filter(({ score }) => score > 0)
    .sort(
      (left, right) =>
        Number(right.sponsored ?? false) - Number(left.sponsored ?? false) || right.score - left.score,
    )
    .map(({ id }) => id);
}

/** Searches that continue the typed text; none before three letters. */
export function suggestSearches(entries: readonly Searchable[], typed: string): readonly string[] {
  const asked = wordsOf(typed).filter((word) => word.length >= 3);
  if (asked.length === 0) return [];
  return entries
    .filter(({ words }) => {
      const known = wordsOf(words);
      return asked.every((word) => known.some((each) => each.startsWith(word) || isSame(each, word)));
    })
    .map(({ id }) => id);
}

/** With or without `https://`, `www.` and a last slash. */
export function findByAddress(
  pages: readonly { readonly id: string; readonly address: string }[],
  typed: string,
): string | undefined {
  const wanted = bareAddress(typed);
  return pages.find(({ address }) => bareAddress(address) === wanted)?.id;
}

function bareAddress(address: string): string {
  return plainText(address.trim().replace(/^(?:https?:\/\/)?(?:www\.)?/i, ''));
}

function wordsOf(text: string): readonly string[] {
  return plainWords(plainText(text));
}

function countMatches(asked: readonly string[], known: readonly string[]): number {
  const all = [...known, ...joined(known)];
  const pairs = joined(asked);
  return asked.filter(
    (word, index) =>
      all.some((each) => isSame(each, word)) ||
      [pairs[index - 1], pairs[index]].some(
        (pair) => pair !== undefined && known.some((each) => isSame(each, pair)),
      ),
  ).length;
}

/** Each word joined with its neighbour: « éco centre » is « écocentre ». */
function joined(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
}

/** Rough spelling by sound, for French and English; drops the s or x of a plural. */
function byEar(word: string): string {
  return word
    .replace(/(?<=..)[sx]$/, '')
    .replace(/eau|au/g, 'o')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]u?(?=[aeiouy])|[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/h/g, '')
    .replace(/[ae][nm](?![aeiouy])/g, 'an')
    .replace(/ai|ei|er$|et$/g, 'e')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

function isSame(left: string, right: string): boolean {
  return left === right || isClose(left, right) || isClose(byEar(left), byEar(right));
}

/** No slip in short words, one in words of four to seven letters, two in longer ones. */
function isClose(left: string, right: string): boolean {
  if (left === right) return true;
  const shorter = Math.min(left.length, right.length);
  if (shorter < 4 || /\d/.test(left + right)) return false;
  return distance(left, right) <= (shorter < 8 ? 1 : 2);
}

/** Optimal string alignment. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      const swap = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const swapped = swap ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost, swapped));
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? Infinity;
}
