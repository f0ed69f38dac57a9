import { teachEn } from '../../i18n/catalogues/teach.en.ts';
import { teachFr } from '../../i18n/catalogues/teach.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof teachFr>(teachFr, teachEn);
