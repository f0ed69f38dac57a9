import { createAppTranslator } from '../kit/kit-texts.ts';
import { practiceEn } from './practice.en.ts';
import { practiceFr } from './practice.fr.ts';

export const t = createAppTranslator(practiceFr, practiceEn);
