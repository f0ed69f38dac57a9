import { createAppTranslator } from '../kit/kit-texts.ts';
import { mailEn } from './mail.en.ts';
import { mailFr } from './mail.fr.ts';

export const t = createAppTranslator(mailFr, mailEn);
