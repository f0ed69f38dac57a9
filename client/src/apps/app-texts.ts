/** The translator of the words that every simulated app has. */
import { appsEn } from '../i18n/catalogues/apps.en.ts';
import { appsFr } from '../i18n/catalogues/apps.fr.ts';
import { createTranslator } from '../i18n/i18n.svelte.ts';

export const t = createTranslator(appsFr, appsEn);
