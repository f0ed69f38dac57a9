import { exceptionsEn } from '../../i18n/catalogues/exceptions.en.ts';
import { exceptionsFr } from '../../i18n/catalogues/exceptions.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof exceptionsFr>(exceptionsFr, exceptionsEn);
