import { describe, expect, it } from 'vitest';
import { launchPageTexts } from '../../../../server/http/lti/launch-pages/launch-page-words.ts';

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

const words = (sentence: string): number =>
  sentence.split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word)).length;

describe('the page texts between course and activity', () => {
  it('have no sentence over 16 words', () => {
    const sentences = listTexts(launchPageTexts).flatMap((text) => text.split(/(?<=[.?!])\s/));
    expect(sentences.filter((sentence) => words(sentence) > 16)).toEqual([]);
  });

  it('never mention an error or a failure in French', () => {
    const found = listTexts(launchPageTexts.fr).filter((text) =>
      /erreur|échec|faux|invalide|mauvais/i.test(text),
    );
    expect(found).toEqual([]);
  });

  it('follow Québec typography: fixed spaces inside guillemets, none before ; ? !', () => {
    const found = listTexts(launchPageTexts.fr).filter((text) =>
      /«[^\u00a0]|[^\u00a0]»|\s[;?!]|'/.test(text),
    );
    expect(found).toEqual([]);
  });
});
