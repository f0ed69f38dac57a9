/** The spreadsheet's translator: its own catalogue, loaded with it, and the words of every app. */
import { appsEn } from '../../i18n/catalogues/apps.en.ts';
import { appsFr } from '../../i18n/catalogues/apps.fr.ts';
import { sheetEn } from '../../i18n/catalogues/sheet.en.ts';
import { sheetFr } from '../../i18n/catalogues/sheet.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator({ ...appsFr, ...sheetFr }, { ...appsEn, ...sheetEn });
