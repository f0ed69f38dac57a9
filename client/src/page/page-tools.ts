import type { Language } from '../i18n/i18n.svelte.ts';

/** What a person can do on every screen. */
export interface PageTools {
  readonly chooseLanguage: (language: Language) => void;
  readonly openComfort: () => void;
  readonly quit: () => void;
}
