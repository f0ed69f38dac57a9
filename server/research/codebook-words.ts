/** In the texts, `{name}` stands for a column's parameter. */
import { codebookEn } from './codebook.en.ts';
import { codebookFr } from './codebook.fr.ts';
import type { CodebookTexts } from './codebook-types.ts';

export const codebookTexts: Readonly<Record<'fr' | 'en', CodebookTexts>> = {
  fr: codebookFr,
  en: codebookEn,
};
