/** May lack a text, because an action may be newer than the texts. */
import { reviewEn } from '../../i18n/catalogues/review.en.ts';
import { reviewFr } from '../../i18n/catalogues/review.fr.ts';
import { timelineEn } from '../../i18n/catalogues/timeline.en.ts';
import { timelineFr } from '../../i18n/catalogues/timeline.fr.ts';
import { createTranslator } from '../../i18n/i18n.svelte.ts';

type ActionWords = Readonly<Record<`do.${string}`, string>>;

const ofApps = {
  fr: import.meta.glob<ActionWords>('../../apps/*/actions.fr.ts', { eager: true, import: 'actionsFr' }),
  en: import.meta.glob<ActionWords>('../../apps/*/actions.en.ts', { eager: true, import: 'actionsEn' }),
};

const merge = (found: Readonly<Record<string, ActionWords>>): ActionWords =>
  Object.assign({}, ...Object.values(found)) as ActionWords;

const fr = { ...reviewFr, ...timelineFr, ...merge(ofApps.fr) };
const en = { ...reviewEn, ...timelineEn, ...merge(ofApps.en) };

export type ReviewKey = keyof typeof fr;

export const t = createTranslator<ReviewKey>(fr, en);

/** For actions that have a number of words. */
export const countWords = createTranslator<`do.${string}.one` | `do.${string}.other`>(fr, en).count;

export function hasText(key: string): key is ReviewKey {
  return Object.hasOwn(fr, key);
}

export function isCounted(key: string): key is `do.${string}` {
  return Object.hasOwn(fr, `${key}.one`);
}
