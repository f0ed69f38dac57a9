/** The web browser's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { browserEn } from '../../i18n/catalogues/browser.en.ts';
import { browserFr } from '../../i18n/catalogues/browser.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...browserFr }, { ...appsEn, ...browserEn });
