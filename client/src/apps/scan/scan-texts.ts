import { createAppTranslator } from '../kit/kit-texts.ts';
import { scanEn } from './scan.en.ts';
import { scanFr } from './scan.fr.ts';

export const t = createAppTranslator(scanFr, scanEn);
