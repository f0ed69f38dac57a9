import type { Language } from '../i18n/i18n.svelte.ts';

/** On every screen. */
export interface PageTools {
  readonly chooseLanguage: (language: Language) => void;
  readonly openComfort: () => void;
  readonly isComfortOpen: boolean;
  readonly quit: () => void;
  /** Null unless the page is in a low frame. */
  readonly openWindow: (() => void) | null;
}
