import { createAppTranslator } from '../kit/kit-texts.ts';
import { phoneEn } from './phone.en.ts';
import { phoneFr } from './phone.fr.ts';

export const t = createAppTranslator(phoneFr, phoneEn);
