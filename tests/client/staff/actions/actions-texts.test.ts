import { describe, expect, it } from 'vitest';
import { actionsEn } from '../../../../client/src/i18n/catalogues/actions.en.ts';
import { actionsFr } from '../../../../client/src/i18n/catalogues/actions.fr.ts';
import { checkWriting } from '../../../../scenarios/checks/writing-rules.ts';

const catalogues = { fr: Object.entries(actionsFr), en: Object.entries(actionsEn) } as const;

describe.each(['fr', 'en'] as const)('the texts of what staff may do, in %s', (language) => {
  it('are short, kind and set as the house does', () => {
    const findings = catalogues[language].flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});

describe('both languages', () => {
  it('have the same places for values', () => {
    const places = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const english = new Map<string, string>(catalogues.en);
    const differing = catalogues.fr.filter(([key, text]) => places(text) !== places(english.get(key) ?? ''));
    expect(differing).toEqual([]);
  });
});
