import { createAppTranslator } from '../kit/kit-texts.ts';
import { assistantEn } from './assistant.en.ts';
import { assistantFr } from './assistant.fr.ts';

export const t = createAppTranslator(assistantFr, assistantEn);
