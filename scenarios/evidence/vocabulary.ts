/** Word lists of all languages together, because people may mix French and English. */
import type { EvidenceTextFile } from '../schema/scenario.ts';
import { createClockReader, type ClockReader } from './clock-times.ts';
import { createKeywords, type Keywords } from './keywords.ts';
import type { SharedVocabulary } from './reading/shared-vocabulary.ts';
import { plainText, plainWords, sameWord } from '../world/plain-text.ts';

export type WordKind =
  | 'neutral'
  | 'unsure'
  | 'contrast'
  | 'no-clear'
  | 'no-likely'
  | 'yes-clear'
  | 'yes-likely'
  | 'able'
  | 'negator'
  | 'greeting'
  | 'thanks'
  | 'name';

export interface Vocabulary {
  /** Longest first: a long expression wins over words inside it. */
  readonly expressions: readonly { readonly kind: WordKind; readonly words: readonly string[] }[];
  readonly readTimes: ClockReader;
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  readonly keywords: Keywords;
  /** Undefined if the scenario names no shared vocabulary: its texts get the first reading. */
  readonly shared?: SharedVocabulary;
}

export type WordLists = Pick<EvidenceTextFile, 'vocabulary' | 'keywords'>;

export function createVocabulary(
  files: readonly WordLists[],
  phrases: Readonly<Record<string, readonly string[]>>,
  shared?: SharedVocabulary,
): Vocabulary {
  const lists = files.flatMap(({ vocabulary }) => vocabulary ?? []);
  const expressions = lists.flatMap((list) => [
    ...expressionsOf('neutral', list.neutral),
    ...expressionsOf('unsure', list.unsure),
    ...expressionsOf('contrast', list.contrast),
    ...expressionsOf('no-clear', list.no.clear),
    ...expressionsOf('no-likely', list.no.likely),
    ...expressionsOf('yes-clear', list.yes.clear),
    ...expressionsOf('yes-likely', list.yes.likely),
    ...expressionsOf('able', list.able),
    ...expressionsOf('negator', list.negators),
    ...expressionsOf('greeting', list.greeting),
    ...expressionsOf('thanks', list.thanks),
    ...expressionsOf('name', list.name),
  ]);
  return {
    expressions: expressions.sort((left, right) => right.words.length - left.words.length),
    readTimes: createClockReader(lists.map(({ time }) => time)),
    phrases: new Map(Object.entries(phrases)),
    keywords: createKeywords(files.map(({ keywords }) => keywords)),
    ...(shared && { shared }),
  };
}

/** The kinds of the words found, in order; null if a word is in no list. */
export function recognise(
  vocabulary: Vocabulary,
  clause: readonly string[],
): readonly { readonly kind: WordKind | null; readonly word: string }[] {
  const found: { kind: WordKind | null; word: string }[] = [];
  let at = 0;
  while (at < clause.length) {
    const here = at;
    const match = vocabulary.expressions.find(({ words }) =>
      words.every((word, offset) => sameWord(word, clause[here + offset] ?? '')),
    );
    const length = match?.words.length ?? 1;
    found.push({ kind: match?.kind ?? null, word: clause.slice(at, at + length).join(' ') });
    at += length;
  }
  return found;
}

function expressionsOf(kind: WordKind, list: readonly string[]): { kind: WordKind; words: string[] }[] {
  return list.map((expression) => ({ kind, words: plainWords(plainText(expression)) }));
}
