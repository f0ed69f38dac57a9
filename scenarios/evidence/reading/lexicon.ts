/** Finds the expressions of word lists in the words of a text, whatever their spelling. */
import { plainText, sameWord } from '../../world/plain-text.ts';
import { soundOf } from '../../world/reading/sound.ts';

/** Words, `§1` marks of times, a question mark, pictures: « 👍 » is an answer too. */
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

/** Shorter words sound like too many others. */
const SHORTEST_SOUND = 3;
const LONGEST_JOINED = 40;

export class Lexicon {
  /** By first word, longest first: a long expression wins over words inside it. */
  readonly #byFirst = new Map<string, Expression[]>();
  readonly #words = new Set<string>();
  readonly #bySound = new Map<string, string[]>();

  constructor(lists: readonly (readonly [kind: string, expressions: readonly string[]])[]) {
    const kindsOf = new Map<string, Set<string>>();
    for (const [kind, expressions] of lists) {
      for (const expression of expressions) {
        const words = wordsIn(plainText(expression)).join(' ');
        kindsOf.set(words, (kindsOf.get(words) ?? new Set()).add(kind));
      }
    }
    for (const [text, kinds] of kindsOf) {
      const words = text.split(' ');
      const [first = ''] = words;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { words, kinds: [...kinds] }]);
      for (const word of words) this.#words.add(word);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    for (const word of this.#words) {
      const sound = soundOf(word);
      if (word.length > SHORTEST_SOUND && sound.length >= SHORTEST_SOUND) {
        this.#bySound.set(sound, [...(this.#bySound.get(sound) ?? []), word]);
      }
    }
  }

  /** The text from left to right, each word in one segment. */
  segments(words: readonly string[]): readonly Segment[] {
    const known = new Map<string, readonly string[]>();
    const knownAt = (at: number): readonly string[] => {
      const word = words[at];
      if (word === undefined) return [];
      const found = known.get(word) ?? this.#meant(word);
      known.set(word, found);
      return found;
    };
    const segments: Segment[] = [];
    for (let at = 0; at < words.length;) {
      const start = at;
      const fitting = knownAt(start)
        .flatMap((first) => this.#byFirst.get(first) ?? [])
        .filter((each) =>
          each.words.every((word, offset) => offset === 0 || knownAt(start + offset).includes(word)),
        );
      const length = Math.max(1, ...fitting.map((each) => each.words.length));
      const longest = fitting.filter((each) => each.words.length === length);
      segments.push({
        kinds: [...new Set(longest.flatMap(({ kinds }) => kinds))],
        words: words.slice(start, start + length),
      });
      at += length;
    }
    return segments;
  }

  /** « ecocentrevalrivard »: the words that a word is made of, or the word itself. */
  splitJoined(word: string): readonly string[] {
    if (word.length < 6 || word.length > LONGEST_JOINED || this.#meant(word).length > 0) return [word];
    const from = (at: number): readonly string[] | undefined => {
      if (at === word.length) return [];
      for (let end = word.length; end >= at + SHORTEST_SOUND; end -= 1) {
        const rest = this.#words.has(word.slice(at, end)) ? from(end) : undefined;
        if (rest !== undefined) return [word.slice(at, end), ...rest];
      }
      return undefined;
    };
    return from(0) ?? [word];
  }

  /** Words of the lists that a written word may stand for: itself, without its elision, by ear, or with one slip. */
  #meant(written: string): readonly string[] {
    if (this.#words.has(written)) return [written];
    const bare = /^(?:[ldnj]|qu)(?=[aeiouyh].{3})/.exec(written);
    if (bare !== null) {
      const rest = written.slice(bare[0].length);
      const alike = this.#words.has(rest) ? [rest] : (this.#bySound.get(soundOf(rest)) ?? []);
      if (alike.length > 0) return alike;
    }
    const single = withoutDoubles(written);
    if (single !== written && this.#words.has(single)) return [single];
    if (written.length <= SHORTEST_SOUND || /[§\d]/.test(written)) return [];
    const alike = this.#bySound.get(soundOf(written)) ?? [];
    if (alike.length > 0) return alike;
    return [...this.#words].filter(
      (word) => sameWord(word, written) || isSwapped(word, written) || withoutDoubles(word) === single,
    );
  }
}

function withoutDoubles(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

/** Two neighbours changed places in a word of four or five letters: « sacm », « faxu ». */
function isSwapped(known: string, written: string): boolean {
  if (known.length !== written.length || known.length < 4 || known.length > 5) return false;
  for (let at = 0; at < known.length - 1; at += 1) {
    const swapped = known.slice(0, at) + known.charAt(at + 1) + known.charAt(at) + known.slice(at + 2);
    if (swapped === written) return true;
  }
  return false;
}
