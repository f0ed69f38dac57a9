/** The learner's choice wins over launch and attempt. */
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import type { TabMemory } from './tab-memory.ts';

export class LanguageChoice {
  readonly #tab: TabMemory;

  constructor(tab: TabMemory) {
    this.#tab = tab;
    this.reread();
  }

  /** After another window handed over. */
  reread(): void {
    locale.current = this.#tab.read().language ?? locale.current;
  }

  follow(language: Language): void {
    if (!this.#tab.read().languageChosen) this.#show(language);
  }

  choose(language: Language): boolean {
    this.#tab.write({ languageChosen: true });
    if (locale.current === language) return false;
    this.#show(language);
    return true;
  }

  #show(language: Language): void {
    locale.current = language;
    this.#tab.write({ language });
  }
}
