import { backgroundEn } from '../../i18n/catalogues/background.en.ts';
import { backgroundFr } from '../../i18n/catalogues/background.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(backgroundFr, backgroundEn);
