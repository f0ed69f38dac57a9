import { createAppTranslator } from '../kit/kit-texts.ts';
import { documentEn } from './document.en.ts';
import { documentFr } from './document.fr.ts';

export const t = createAppTranslator(documentFr, documentEn);
