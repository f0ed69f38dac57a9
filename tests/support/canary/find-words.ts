/** Rare words of one person, by what they are. */
export type RareWords = Readonly<Record<string, string>>;

/** What was read at each place, by the name of the place. */
export type Places = ReadonlyMap<string, string | Buffer>;

/** Where each word is found, in alphabetical order; what is nowhere is not listed. */
export function findWords(words: RareWords, places: Places): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [what, word] of Object.entries(words)) {
    // Anything is found by an empty word, and a short one by chance.
    if (word.length < 8) throw new Error(`not rare: ${what} is « ${word} »`);
    const at = [...places].filter(([, read]) => read.includes(word)).map(([place]) => place);
    if (at.length > 0) found[what] = at.sort();
  }
  return found;
}
