import { findSpokenNumber, isHomophone } from './number-words.ts';

/**
 * « cinq heures et demie » → « 5 heures et demie ».
 * @param plain as `plainText` leaves it
 * @param isMeant whether an ambiguous word (« un », « for ») is a number here
 */
export function writeNumbers(
  plain: string,
  isMeant: (before: string, next: string) => boolean = () => false,
): string {
  const pieces = plain.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  let text = '';
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at] ?? '';
    const words = wordsFrom(pieces, at);
    const found = findSpokenNumber(words, 0);
    const [word = '', next = ''] = words;
    if (found === undefined || (found.end === 1 && isHomophone(word) && !isMeant(text, next))) {
      text += piece;
      at += 1;
    } else {
      text += String(found.value);
      at += found.end * 2 - 1;
    }
  }
  return text;
}

/** Words with nothing but one space between them. */
function wordsFrom(pieces: readonly string[], at: number): string[] {
  const words: string[] = [];
  for (let next = at; /^\p{L}/u.test(pieces[next] ?? '') && words.length < 12; next += 2) {
    words.push(pieces[next] ?? '');
    if (pieces[next + 1] !== ' ') break;
  }
  return words;
}
