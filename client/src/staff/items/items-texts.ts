import { itemsEn } from '../../i18n/catalogues/items.en.ts';
import { itemsFr } from '../../i18n/catalogues/items.fr.ts';
import { createTranslator, locale } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof itemsFr>(itemsFr, itemsEn);

/** Two decimals; a dash for null. */
export function formatFigure(value: number | null, digits = 2): string {
  if (value === null) return t('none');
  const written = value.toLocaleString(locale.current === 'fr' ? 'fr-CA' : 'en-CA', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Writes a minus sign, because a hyphen is easily overlooked.
  return written.replace('-', '−');
}

export function formatCount(count: number | null): string {
  return formatFigure(count, 0);
}

/** Three decimals; a smaller chance is only "less than". */
export function formatChance(p: number): string {
  return p < 0.0005 ? t('dif.p.less', { least: formatFigure(0.001, 3) }) : formatFigure(p, 3);
}
