import { createAppTranslator } from '../kit/kit-texts.ts';
import { portalEn } from './portal.en.ts';
import { portalFr } from './portal.fr.ts';

export const t = createAppTranslator(portalFr, portalEn);
