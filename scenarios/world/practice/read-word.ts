/** Runs in the browser; the typed string goes nowhere. */
import type { WordReading } from './types.ts';

/** Ignores capitals, accents and spaces around the word. */
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
