/**
 * Named groups of words that a scenario looks for in a text (`schedule: [horaire, horaires]`): which groups it says.
 * Spelling is never judged; the words of all languages count in every language.
 */
import { plainText, plainWords, sameWord } from '../world/plain-text.ts';

/** Per group, its expressions as plain words. */
export type Keywords = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Puts the groups of all languages together. */
export function createKeywords(lists: readonly Readonly<Record<string, readonly string[]>>[]): Keywords {
  const groups = new Map<string, string[][]>();
  for (const [name, expressions] of lists.flatMap((list) => Object.entries(list))) {
    const words = expressions.map((expression) => plainWords(plainText(expression)));
    groups.set(name, [...(groups.get(name) ?? []), ...words]);
  }
  return groups;
}

/** Per group, whether one of its expressions stands in the text. */
export function findKeywords(keywords: Keywords, text: string): Readonly<Record<string, boolean>> {
  // « L’écocentre » holds `écocentre`, and « lécocentre » too.
  const words = [text, text.replace(/['’]/g, ' ')].flatMap((each) => [...plainWords(plainText(each)), '']);
  return Object.fromEntries(
    [...keywords].map(([name, expressions]) => [name, expressions.some((each) => standsIn(each, words))]),
  );
}

function standsIn(expression: readonly string[], words: readonly string[]): boolean {
  return words.some((_word, start) =>
    expression.every((known, offset) => sameWord(known, words[start + offset] ?? '')),
  );
}
