import { expect, it } from 'vitest';
import { registrationTexts } from '../../../../server/http/lti/registration-words.ts';

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

const all = Object.values(registrationTexts).flatMap(listTexts);
const french = listTexts(registrationTexts.fr);

it('the registration texts have no sentence over 16 words', () => {
  const sentences = all.flatMap((text) => text.split(/(?<=[.?!])\s/));
  const words = (sentence: string): number =>
    sentence.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word)).length;
  expect(sentences.filter((sentence) => words(sentence) > 16)).toEqual([]);
});

it('the registration texts follow Québec typography and blame nobody', () => {
  expect(french.filter((text) => /[^\u00a0]:|\s[;?!]|'|« | »/.test(text))).toEqual([]);
  expect(french.filter((text) => /erreur|échec|faux|fausse|invalide|mauvais/i.test(text))).toEqual([]);
});

it('each refusal of a registration has its own text', () => {
  for (const { refused } of Object.values(registrationTexts)) {
    const sentences = Object.values(refused.what);
    expect(new Set(sentences).size).toBe(sentences.length);
  }
});
