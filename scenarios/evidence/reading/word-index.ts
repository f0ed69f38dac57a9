/** The words of word lists, found whatever their spelling. */
import { sameWord } from '../../world/plain-text.ts';
import { soundOf } from '../../world/reading/sound.ts';
import { areSwapped } from '../../world/reading/swapped.ts';

/** Shorter words sound like too many others. */
const SHORTEST_SOUND = 3;
/** From here on a word may have any one slip; shorter ones only swapped letters. */
const SHORTEST_SLIP = 6;

export class WordIndex {
  readonly #words: ReadonlySet<string>;
  readonly #bySound = new Map<string, string[]>();
  readonly #withoutDoubles = new Map<string, string[]>();
  /** A slip never changes the first letter. */
  readonly #longByInitial = new Map<string, string[]>();
  readonly #short: readonly string[];

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
    for (const word of words) {
      const sound = soundOf(word);
      if (word.length > SHORTEST_SOUND && sound.length >= SHORTEST_SOUND) add(this.#bySound, sound, word);
      add(this.#withoutDoubles, withoutDoubles(word), word);
      if (word.length >= SHORTEST_SLIP) add(this.#longByInitial, word.charAt(0), word);
    }
    this.#short = [...words].filter(({ length }) => length > SHORTEST_SOUND && length < SHORTEST_SLIP);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Words that a written word may stand for: itself, without its elision, by ear, or with one slip. */
  meantBy(written: string): readonly string[] {
    if (this.#words.has(written)) return [written];
    const rest = withoutElision(written);
    const alike = rest === undefined ? [] : this.#exactOrByEar(rest);
    if (alike.length > 0) return alike;
    const single = withoutDoubles(written);
    if (single !== written && this.#words.has(single)) return [single];
    if (written.length <= SHORTEST_SOUND || /[§\d]/.test(written)) return [];
    const byEar = this.#exactOrByEar(written);
    return byEar.length > 0 ? byEar : this.#withOneSlip(written, single);
  }

  #exactOrByEar(word: string): readonly string[] {
    return this.#words.has(word) ? [word] : (this.#bySound.get(soundOf(word)) ?? []);
  }

  #withOneSlip(written: string, single: string): readonly string[] {
    const long = this.#longByInitial.get(written.charAt(0)) ?? [];
    return [
      ...long.filter((word) => sameWord(word, written)),
      ...this.#short.filter((word) => areSwapped(word, written)),
      ...(this.#withoutDoubles.get(single) ?? []),
    ];
  }
}

/** « larnaque » → « arnaque »; undefined if no elision can be in front. */
function withoutElision(word: string): string | undefined {
  return /^(?:[ldnj]|qu)(?<rest>[aeiouyh].{3}.*)$/.exec(word)?.groups?.rest;
}

function withoutDoubles(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

function add(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [word]);
  else list.push(word);
}
