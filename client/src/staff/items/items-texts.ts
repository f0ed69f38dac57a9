/** The translator of the item report, and its numbers. */
import { itemsEn } from '../../i18n/catalogues/items.en.ts';
import { itemsFr } from '../../i18n/catalogues/items.fr.ts';
import { createTranslator, locale } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof itemsFr>(itemsFr, itemsEn);

/** With two decimals as the language writes them; a dash where there is none. */
export function formatFigure(value: number | null, digits = 2): string {
  if (value === null) return t('none');
  const written = value.toLocaleString(locale.current === 'fr' ? 'fr-CA' : 'en-CA', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A hyphen in front of a figure is easily overlooked; a minus is as wide as a plus.
  return written.replace('-', '−');
}

/** A count that is shown, or a dash. */
export function formatCount(count: number | null): string {
  return formatFigure(count, 0);
}

/** How likely a difference is by chance alone, to three decimals; below them only that it is less. */
export function formatChance(p: number): string {
  return p < 0.0005 ? t('dif.p.less', { least: formatFigure(0.001, 3) }) : formatFigure(p, 3);
}
