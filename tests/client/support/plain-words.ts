/** What every catalogue that learners read must keep: short sentences, no judgement, the typography of the OQLF. */
import { expect } from 'vitest';
import { splitSentences } from '../../../client/src/ui/speech.ts';

type Catalogue = Readonly<Record<string, string>>;

export function expectPlainWords(fr: Catalogue, en: Catalogue): void {
  const french = Object.entries(fr);
  const both = [...french, ...Object.entries(en)];
  const keysOf = (entries: readonly (readonly [string, string])[]): string[] => entries.map(([key]) => key);
  const isLong = (text: string): boolean =>
    splitSentences(text).some((sentence) => sentence.trim().split(/\s+/).length > 16);
  expect(keysOf(both.filter(([, text]) => isLong(text)))).toEqual([]);
  const banned = /erreur|échec|échou|\bfaux\b|invalide|mauvais|\berror\b|\bfail|\bwrong\b|invalid/i;
  expect(keysOf(both.filter(([, text]) => banned.test(text)))).toEqual([]);
  const colon = /(?<!\u00A0)[:%$]/;
  const mark = /[\s\u00A0][;?!]/;
  const quote = /«(?!\u00A0)|(?<!\u00A0)»/;
  const isOdd = (text: string): boolean => colon.test(text) || mark.test(text) || quote.test(text);
  expect(keysOf(french.filter(([, text]) => isOdd(text)))).toEqual([]);
  const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
  expect(keysOf(french.filter(([key, text]) => places(text) !== places(en[key] ?? '')))).toEqual([]);
}
