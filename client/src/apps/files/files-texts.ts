import { createAppTranslator } from '../kit/kit-texts.ts';
import { filesEn } from './files.en.ts';
import { filesFr } from './files.fr.ts';

export const t = createAppTranslator(filesFr, filesEn);
