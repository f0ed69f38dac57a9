/** The text-message app's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { phoneEn } from '../../i18n/catalogues/phone.en.ts';
import { phoneFr } from '../../i18n/catalogues/phone.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...phoneFr }, { ...appsEn, ...phoneEn });
