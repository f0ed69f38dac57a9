/** “p.m.” and « inc. » end with a period, which also ends the sentence. */
export function asSentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
