/**
 * Finds the keyword groups of a scenario in a text (`schedule: [horaire, horaires]`). Ignores spelling,
 * language and joined words (« HoraireMai »).
 */
import { plainText, plainWords, sameWord } from '../world/plain-text.ts';

export type Keywords = ReadonlyMap<string, readonly (readonly string[])[]>;

export function createKeywords(lists: readonly Readonly<Record<string, readonly string[]>>[]): Keywords {
  const groups = new Map<string, string[][]>();
  for (const [name, expressions] of lists.flatMap((list) => Object.entries(list))) {
    const words = expressions.map((expression) => plainWords(plainText(expression)));
    groups.set(name, [...(groups.get(name) ?? []), ...words]);
  }
  return groups;
}

export function findKeywords(keywords: Keywords, text: string): Readonly<Record<string, boolean>> {
  const known = [...keywords.values()].flat();
  const words = [text, text.replace(/['’]/g, ' ')].flatMap((each) => [
    ...plainWords(plainText(splitAtCapitals(each))).flatMap((word) => splitJoined(known, word)),
    '',
  ]);
  return Object.fromEntries(
    [...keywords].map(([name, expressions]) => [name, expressions.some((each) => standsIn(each, words))]),
  );
}

function splitAtCapitals(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& ');
}

function splitJoined(known: readonly (readonly string[])[], word: string): string[] {
  const single = known.flatMap((words) => (words.length === 1 ? words : []));
  if (single.some((each) => sameWord(each, word))) return [word];
  const first = single.find(
    (each) => word.startsWith(each) && single.some((other) => sameWord(other, word.slice(each.length))),
  );
  return first === undefined ? [word] : [first, word.slice(first.length)];
}

function standsIn(expression: readonly string[], words: readonly string[]): boolean {
  return words.some((_word, start) =>
    expression.every((known, offset) => sameWord(known, words[start + offset] ?? '')),
  );
}
