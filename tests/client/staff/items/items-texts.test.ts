import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../../../../client/src/i18n/i18n.svelte.ts';
import { formatChance, formatCount, formatFigure } from '../../../../client/src/staff/items/items-texts.ts';

afterEach(() => {
  locale.current = 'fr';
});

describe('numbers', () => {
  it('are formatted as in the language, with a real minus sign', () => {
    expect(formatFigure(-0.5)).toBe('−0,50');
    expect(formatCount(320)).toBe('320');
    expect(formatCount(null)).toBe('–');
    locale.current = 'en';
    expect(formatFigure(-0.5)).toBe('−0.50');
  });

  it('never claim that a difference cannot be chance', () => {
    expect(formatChance(0.044)).toBe('0,044');
    expect(formatChance(0.0006)).toBe('0,001');
    expect(formatChance(0.0000004)).toBe('<\u00a00,001');
  });
});
