/** Finds the expressions of word lists in the words of a text. */
import { plainText } from '../../world/plain-text.ts';
import { WordIndex } from './word-index.ts';

/** Words, `§1` marks of times, and pictures: « 👍 » is an answer too. */
export function wordsIn(plain: string): string[] {
  return plain.match(/§\d+|[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

export interface Segment {
  /** The lists that the expression is in; empty for a word in none. */
  readonly kinds: readonly string[];
  readonly words: readonly string[];
}

interface Expression {
  readonly words: readonly string[];
  readonly kinds: readonly string[];
}

const SHORTEST_PART = 3;
const LONGEST_JOINED = 40;

export class Lexicon {
  /** By first word, longest first: a long expression wins over words inside it. */
  readonly #byFirst = new Map<string, Expression[]>();
  readonly #index: WordIndex;

  constructor(lists: readonly (readonly [kind: string, expressions: readonly string[]])[]) {
    const kindsOf = new Map<string, Set<string>>();
    for (const [kind, expressions] of lists) {
      for (const expression of expressions) {
        const words = wordsIn(plainText(expression)).join(' ');
        kindsOf.set(words, (kindsOf.get(words) ?? new Set()).add(kind));
      }
    }
    const known = new Set<string>();
    for (const [text, kinds] of kindsOf) {
      const words = text.split(' ');
      const [first = ''] = words;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { words, kinds: [...kinds] }]);
      for (const word of words) known.add(word);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    this.#index = new WordIndex(known);
  }

  /** The text from left to right, each word in one segment. */
  segments(words: readonly string[]): readonly Segment[] {
    const meant = words.map(memoized((word) => this.#index.meantBy(word)));
    const segments: Segment[] = [];
    for (let at = 0; at < words.length;) {
      const longest = this.#longestAt(meant, at);
      const length = longest[0]?.words.length ?? 1;
      segments.push({
        kinds: [...new Set(longest.flatMap(({ kinds }) => kinds))],
        words: words.slice(at, at + length),
      });
      at += length;
    }
    return segments;
  }

  /** « ecocentrevalrivard »: the words that a word is made of, or the word itself. */
  splitJoined(word: string): readonly string[] {
    const { length } = word;
    if (length < 2 * SHORTEST_PART || length > LONGEST_JOINED || this.#index.meantBy(word).length > 0) {
      return [word];
    }
    const from = (at: number): readonly string[] | undefined => {
      if (at === length) return [];
      for (let end = length; end >= at + SHORTEST_PART; end -= 1) {
        const rest = this.#index.has(word.slice(at, end)) ? from(end) : undefined;
        if (rest !== undefined) return [word.slice(at, end), ...rest];
      }
      return undefined;
    };
    return from(0) ?? [word];
  }

  #longestAt(meant: readonly (readonly string[])[], start: number): readonly Expression[] {
    const fitting = (meant[start] ?? [])
      .flatMap((first) => this.#byFirst.get(first) ?? [])
      .filter(({ words }) =>
        words.every((word, offset) => offset === 0 || meant[start + offset]?.includes(word) === true),
      );
    const length = Math.max(...fitting.map(({ words }) => words.length));
    return fitting.filter(({ words }) => words.length === length);
  }
}

function memoized(read: (word: string) => readonly string[]): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const found = known.get(word) ?? read(word);
    known.set(word, found);
    return found;
  };
}
