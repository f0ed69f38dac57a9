import { previewEn } from '../i18n/catalogues/preview.en.ts';
import { previewFr } from '../i18n/catalogues/preview.fr.ts';
import { createTranslator } from '../i18n/i18n.svelte.ts';

export const t = createTranslator<keyof typeof previewFr>(previewFr, previewEn);
