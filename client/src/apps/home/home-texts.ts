import { createAppTranslator } from '../kit/kit-texts.ts';
import { homeEn } from './home.en.ts';
import { homeFr } from './home.fr.ts';

export const t = createAppTranslator(homeFr, homeEn);
