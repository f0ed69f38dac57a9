import { createAppTranslator } from '../kit/kit-texts.ts';
import { browserEn } from './browser.en.ts';
import { browserFr } from './browser.fr.ts';

export const t = createAppTranslator(browserFr, browserEn);
