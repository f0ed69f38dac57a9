import { connectionEn } from '../../i18n/catalogues/connection.en.ts';
import { connectionFr } from '../../i18n/catalogues/connection.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(connectionFr, connectionEn);
