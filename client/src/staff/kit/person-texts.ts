import { personEn } from '../../i18n/catalogues/person.en.ts';
import { personFr } from '../../i18n/catalogues/person.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof personFr>(personFr, personEn);
