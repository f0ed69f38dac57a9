import { dataEn } from '../../i18n/catalogues/data.en.ts';
import { dataFr } from '../../i18n/catalogues/data.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(dataFr, dataEn);
