import { weekEn } from '../../i18n/catalogues/week.en.ts';
import { weekFr } from '../../i18n/catalogues/week.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(weekFr, weekEn);
