/** The web form's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { formEn } from '../../i18n/catalogues/form.en.ts';
import { formFr } from '../../i18n/catalogues/form.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...formFr }, { ...appsEn, ...formEn });
