import { describe, expect, it } from 'vitest';
import { helpEn } from '../../../client/src/i18n/catalogues/help.en.ts';
import { helpFr } from '../../../client/src/i18n/catalogues/help.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { splitSentences } from '../../../client/src/ui/speech.ts';

const french = Object.entries({ ...shellFr, ...helpFr });
const english = Object.entries({ ...shellEn, ...helpEn });
const both = [...french, ...english];

describe('the texts of the shell, and of help', () => {
  it('keep sentences to 16 words', () => {
    const long = both.flatMap(([key, text]) =>
      splitSentences(text)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 16)
        .map(() => key),
    );
    expect(long).toEqual([]);
  });

  it('never judge, in either language', () => {
    const banned = /erreur|échec|échou|\bfaux\b|invalide|mauvais|\berror\b|\bfail|\bwrong\b|invalid/i;
    expect(both.filter(([, text]) => banned.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('are set as the OQLF asks in French', () => {
    const colon = /(?<!\u00A0)[:%$]/;
    const mark = /[\s\u00A0][;?!]/;
    const quote = /«(?!\u00A0)|(?<!\u00A0)»/;
    const bad = french.filter(([, text]) => colon.test(text) || mark.test(text) || quote.test(text));
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it('have the same places for values in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const differing = french.filter(([key, text]) => {
      const other = english.find(([name]) => name === key)?.[1] ?? '';
      return places(text).join() !== places(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});
