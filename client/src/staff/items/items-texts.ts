/** The translator of the item report, and its numbers. */
import { itemsEn } from '../../i18n/catalogues/items.en.ts';
import { itemsFr } from '../../i18n/catalogues/items.fr.ts';
import { createTranslator, locale } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof itemsFr>(itemsFr, itemsEn);

/** With two decimals as the language writes them; a dash where there is none. */
export function formatFigure(value: number | null, digits = 2): string {
  if (value === null) return t('none');
  return value.toLocaleString(locale.current === 'fr' ? 'fr-CA' : 'en-CA', {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}

/** A count that is shown, or a dash. */
export function formatCount(count: number | null): string {
  return formatFigure(count, 0);
}
