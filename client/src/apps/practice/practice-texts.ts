/** The practice page's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { practiceEn } from '../../i18n/catalogues/practice.en.ts';
import { practiceFr } from '../../i18n/catalogues/practice.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...practiceFr }, { ...appsEn, ...practiceEn });
