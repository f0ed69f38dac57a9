import { researchEn } from '../../i18n/catalogues/research.en.ts';
import { researchFr } from '../../i18n/catalogues/research.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(researchFr, researchEn);
