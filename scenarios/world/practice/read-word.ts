/** Classifies what was typed for the shown word. It runs in the browser; the string goes nowhere. */
import type { WordReading } from './types.ts';

/** Capitals, accents and spaces around the word do not count. */
export function readWord(typed: string, word: string): WordReading {
  const entered = plain(typed);
  if (entered === '') return 'empty';
  return entered === plain(word) ? 'word' : 'other';
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}
