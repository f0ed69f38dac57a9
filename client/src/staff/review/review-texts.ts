/** The translator of the review's catalogue, and whether it has a text: what was done may be newer than the words. */
import { reviewEn } from '../../i18n/catalogues/review.en.ts';
import { reviewFr } from '../../i18n/catalogues/review.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

export type ReviewKey = keyof typeof reviewFr;

export const t = createTranslator<ReviewKey>(reviewFr, reviewEn);

export function hasText(key: string): key is ReviewKey {
  return Object.hasOwn(reviewFr, key);
}
