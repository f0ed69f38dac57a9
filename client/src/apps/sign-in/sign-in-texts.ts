/** The sign-in pages' translator: their own catalogue, loaded with them, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { signInEn } from '../../i18n/catalogues/sign-in.en.ts';
import { signInFr } from '../../i18n/catalogues/sign-in.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...signInFr }, { ...appsEn, ...signInEn });
