import { createAppTranslator } from '../kit/kit-texts.ts';
import { sheetEn } from './sheet.en.ts';
import { sheetFr } from './sheet.fr.ts';

export const t = createAppTranslator(sheetFr, sheetEn);
