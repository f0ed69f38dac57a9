/** Names of files and searches: words count wherever they stand, denied or not, also when they are joined. */
import { plainText } from '../../world/plain-text.ts';
import { plainDigits } from '../../world/reading/digits.ts';
import { wordsIn, type Lexicon } from './lexicon.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * A month in digits counts if no month is named: `05`, `2026-05`, « mois 5 ».
 * @param lexicon with the groups as kinds
 */
export function mentionedGroups(lexicon: Lexicon, typed: string): ReadonlySet<string> {
  const text = plainDigits(typed);
  const found = new Set<string>();
  for (const written of [text, spaced(text)]) {
    const words = wordsIn(plainText(written)).flatMap((word) => lexicon.splitJoined(word));
    for (const { kinds } of lexicon.segments(words)) for (const kind of kinds) found.add(kind);
    if (months.some((month) => found.has(month))) continue;
    for (const month of monthsInDigits(words)) found.add(months[month - 1] ?? '');
  }
  return found;
}

/** « HoraireMai05 » → « Horaire Mai 05 », but « PDF » stays. */
function spaced(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& ');
}

function monthsInDigits(words: readonly string[]): number[] {
  return words.flatMap((word, at) => {
    const isShort = /^[1-9]$/.test(word) && /^(?:mois|moi|month|mounth)$/.test(words[at - 1] ?? '');
    return isShort || /^(?:0[1-9]|1[0-2])$/.test(word) ? [Number(word)] : [];
  });
}
