import { selectEn } from '../../i18n/catalogues/select.en.ts';
import { selectFr } from '../../i18n/catalogues/select.fr.ts';
import { createTranslator, type Language } from '../../i18n/i18n.svelte.ts';

export const t = createTranslator(selectFr, selectEn);

/** In the course's language rather than the page's. */
export const chosenScenesName: Readonly<Record<Language, string>> = {
  fr: selectFr['scenes.name'],
  en: selectEn['scenes.name'],
};
