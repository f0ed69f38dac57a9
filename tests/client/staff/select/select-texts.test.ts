import { describe, expect, it } from 'vitest';
import { selectEn } from '../../../../client/src/i18n/catalogues/select.en.ts';
import { selectFr } from '../../../../client/src/i18n/catalogues/select.fr.ts';
import { checkWriting } from '../../../../scenarios/checks/writing-rules.ts';

const catalogues = { fr: Object.entries(selectFr), en: Object.entries(selectEn) } as const;

describe.each(['fr', 'en'] as const)('the texts of the selection in %s', (language) => {
  it('are short, kind and set as the house does', () => {
    const findings = catalogues[language].flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});

it('the texts of the selection have the same places for values in both languages', () => {
  const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
  const english = new Map<string, string>(catalogues.en);
  const differing = catalogues.fr.filter(([key, text]) => places(text) !== places(english.get(key) ?? ''));
  expect(differing).toEqual([]);
});
