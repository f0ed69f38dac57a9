import { afterEach, describe, expect, it } from 'vitest';
import { itemsEn } from '../../../../client/src/i18n/catalogues/items.en.ts';
import { itemsFr } from '../../../../client/src/i18n/catalogues/items.fr.ts';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { formatChance, formatCount, formatFigure } from '../../../../client/src/staff/items/items-texts.ts';
import { checkWriting } from '../../../../scenarios/checks/writing-rules.ts';

afterEach(() => {
  locale.current = 'fr';
});

describe.each([
  { language: 'fr', catalogue: itemsFr },
  { language: 'en', catalogue: itemsEn },
] as const)('the texts of the item report in $language', ({ language, catalogue }) => {
  it('are set as the house does', () => {
    const findings = Object.entries(catalogue).flatMap(([key, text]) =>
      checkWriting(language, text, true).map((finding) => ({ key, ...finding })),
    );
    expect(findings).toEqual([]);
  });
});

describe('figures', () => {
  it('are written as the language does, with a real minus', () => {
    expect(formatFigure(-0.5)).toBe('−0,50');
    expect(formatCount(320)).toBe('320');
    expect(formatCount(null)).toBe('–');
    locale.current = 'en';
    expect(formatFigure(-0.5)).toBe('−0.50');
  });

  it('never say that a difference cannot be chance', () => {
    expect(formatChance(0.044)).toBe('0,044');
    expect(formatChance(0.0006)).toBe('0,001');
    expect(formatChance(0.0000004)).toBe('<\u00a00,001');
  });
});
