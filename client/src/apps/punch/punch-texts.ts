import { createAppTranslator } from '../kit/kit-texts.ts';
import { punchEn } from './punch.en.ts';
import { punchFr } from './punch.fr.ts';

export const t = createAppTranslator(punchFr, punchEn);
