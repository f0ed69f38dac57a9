/** The files app's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { filesEn } from '../../i18n/catalogues/files.en.ts';
import { filesFr } from '../../i18n/catalogues/files.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...filesFr }, { ...appsEn, ...filesEn });
