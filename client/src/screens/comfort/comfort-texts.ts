import { comfortEn } from '../../i18n/catalogues/comfort.en.ts';
import { comfortFr } from '../../i18n/catalogues/comfort.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(comfortFr, comfortEn);
