/** The mail app's translator: its own catalogue, loaded with it. */
import { mailEn } from '../../i18n/catalogues/mail.en.ts';
import { mailFr } from '../../i18n/catalogues/mail.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(mailFr, mailEn);
