/** The translator of the review's catalogue, and whether it has a text: what was done may be newer than the words. */
import { deedsEn } from '../../i18n/catalogues/deeds.en.ts';
import { deedsFr } from '../../i18n/catalogues/deeds.fr.ts';
import { reviewEn } from '../../i18n/catalogues/review.en.ts';
import { reviewFr } from '../../i18n/catalogues/review.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

const fr = { ...reviewFr, ...deedsFr };

export type ReviewKey = keyof typeof fr;

export const t = createTranslator<ReviewKey>(fr, { ...reviewEn, ...deedsEn });

export function hasText(key: string): key is ReviewKey {
  return Object.hasOwn(fr, key);
}
