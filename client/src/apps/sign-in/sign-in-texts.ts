import { createAppTranslator } from '../kit/kit-texts.ts';
import { signInEn } from './sign-in.en.ts';
import { signInFr } from './sign-in.fr.ts';

export const t = createAppTranslator(signInFr, signInEn);
