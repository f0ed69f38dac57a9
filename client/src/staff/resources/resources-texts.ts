import { resourcesEn } from '../../i18n/catalogues/resources.en.ts';
import { resourcesFr } from '../../i18n/catalogues/resources.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof resourcesFr>(resourcesFr, resourcesEn);
