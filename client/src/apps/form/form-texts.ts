import { createAppTranslator } from '../kit/kit-texts.ts';
import { formEn } from './form.en.ts';
import { formFr } from './form.fr.ts';

export const t = createAppTranslator(formFr, formEn);
