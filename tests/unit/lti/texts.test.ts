import { describe, expect, it } from 'vitest';
import { ltiErrorCodes } from '../../../lti/launch/codes.ts';
import { getRefusalStatus } from '../../../server/http/pages/refusals.ts';
import { en } from '../../../server/http/pages/refusal-words.en.ts';
import { fr } from '../../../server/http/pages/refusal-words.fr.ts';

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s/);
const words = (sentence: string): number =>
  sentence.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word)).length;

describe('refusal texts', () => {
  it('exist for each code, and a refused launch has a 4xx status', () => {
    const all = ltiErrorCodes.map((code) => fr.launch[code]);
    expect(new Set(all).size).toBe(ltiErrorCodes.length);
    expect(
      ltiErrorCodes.filter((code) => getRefusalStatus(code) < 400 || getRefusalStatus(code) > 499),
    ).toEqual([]);
  });

  it('have no sentence over 16 words', () => {
    const long = [...listTexts(fr), ...listTexts(en)].flatMap(sentences).filter((one) => words(one) > 16);
    expect(long).toEqual([]);
  });

  it('never mention an error, a failure or anything wrong in French', () => {
    expect(listTexts(fr).filter((text) => /erreur|échec|faux|fausse|invalide|mauvais/i.test(text))).toEqual(
      [],
    );
  });

  it('follow Québec typography: a fixed space before a colon, none before ; ? !', () => {
    expect(listTexts(fr).filter((text) => /[^\u00a0]:|\s[;?!]|'/.test(text))).toEqual([]);
  });
});
