import type { NextStep } from '../../../server/contract/told.ts';
import { stepsEn } from './catalogues/steps.en.ts';
import { stepsFr } from './catalogues/steps.fr.ts';
import { createTranslator } from './i18n.svelte.ts';

const t = createTranslator<keyof typeof stepsFr>(stepsFr, stepsEn);

/** What to try next, as said to the person. Advice of the upper stages may be about what they did show. */
export function stepText({ dimension, stage, left }: Pick<NextStep, 'dimension' | 'stage' | 'left'>): string {
  return t(left.length > 0 && stage > 2 ? 'like' : `${dimension}.${stage}`);
}
