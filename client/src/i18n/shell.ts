import { shellEn } from './catalogues/shell.en.ts';
import { shellFr } from './catalogues/shell.fr.ts';
import { createTranslator } from './i18n.svelte.ts';

export const t = createTranslator(shellFr, shellEn);
