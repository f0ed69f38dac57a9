/** The mail app's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { mailEn } from '../../i18n/catalogues/mail.en.ts';
import { mailFr } from '../../i18n/catalogues/mail.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...mailFr }, { ...appsEn, ...mailEn });
