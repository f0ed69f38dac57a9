import { createTranslator, type Params } from '../../i18n/i18n.svelte.ts';
import { kitEn } from './kit.en.ts';
import { kitFr } from './kit.fr.ts';

/** Translates the words of every app. */
export const t = createTranslator(kitFr, kitEn);

type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

/** Translates an app's own words and those of every app. */
export function createAppTranslator<Key extends string>(
  fr: Catalogue<Key>,
  en: Catalogue<Key>,
): (key: Key | keyof typeof kitFr, params?: Params) => string {
  return createTranslator<Key | keyof typeof kitFr>({ ...kitFr, ...fr }, { ...kitEn, ...en });
}
