import type { Language } from '../i18n/i18n.svelte.ts';

/** On every screen. */
export interface PageTools {
  readonly chooseLanguage: (language: Language) => void;
  readonly openComfort: () => void;
  readonly quit: () => void;
}
