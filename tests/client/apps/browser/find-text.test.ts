import { describe, expect, it } from 'vitest';
import { cutAtMatches } from '../../../../client/src/apps/browser/find-text.ts';
import { listRoute } from '../../../../client/src/apps/browser/point-at.ts';

const found = (text: string, wanted: string): string[] =>
  cutAtMatches(text, wanted)
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('a word in a text', () => {
  it.each([
    ['Écocentre et écocentre', 'ecocentre', ['Écocentre', 'écocentre']],
    ['ouvert à 8\u00A0h', '8 h', ['8\u00A0h']],
    ['l’écocentre', "l'eco", ['l’éco']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['rien', 'x', []],
    ['rien', '  ', []],
    ['', 'x', []],
  ])('in « %s », « %s » is highlighted as expected', (text, wanted, pieces) => {
    expect(found(text, wanted)).toEqual(pieces);
  });

  it('keeps the text around the highlights unchanged', () => {
    const text = 'Un écocentre près de l’été';
    for (const wanted of ['e', 'ecocentre', 'ete', 'Un']) {
      expect(
        cutAtMatches(text, wanted)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});

describe('help', () => {
  it('points at the target, or at the next step towards it', () => {
    expect(listRoute('browser:results')[0]).toBe('browser:results');
    expect(listRoute('browser:search')).toEqual(['browser:search', 'browser:address', 'browser:note']);
    expect(listRoute('browser:back')[0]).toBe('browser:back');
    expect(listRoute('mail:reply')).toEqual([]);
    expect(listRoute(null)).toEqual([]);
  });
});
