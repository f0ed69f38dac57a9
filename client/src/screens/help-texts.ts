import { helpEn } from '../i18n/catalogues/help.en.ts';
import { helpFr } from '../i18n/catalogues/help.fr.ts';
import { createTranslator } from '../i18n/i18n.svelte.ts';

export const t = createTranslator(helpFr, helpEn);
