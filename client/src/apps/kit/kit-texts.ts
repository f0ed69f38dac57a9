import { createTranslator, type Translator } from '../../i18n/i18n.svelte.ts';
import { kitEn } from './kit.en.ts';
import { kitFr } from './kit.fr.ts';

export const t = createTranslator(kitFr, kitEn);

type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

export function createAppTranslator<Key extends string>(
  fr: Catalogue<Key>,
  en: Catalogue<Key>,
): Translator<Key | keyof typeof kitFr> {
  return createTranslator<Key | keyof typeof kitFr>({ ...kitFr, ...fr }, { ...kitEn, ...en });
}
