/** Which language is shown: the learner's own choice wins over what the launch or the attempt says. */
import { type Language, locale } from '../i18n/i18n.svelte.ts';
import type { TabMemory } from './tab-memory.ts';

export class LanguageChoice {
  readonly #tab: TabMemory;

  /** Begins with what the tab showed before a reload. */
  constructor(tab: TabMemory) {
    this.#tab = tab;
    locale.current = tab.read().language ?? locale.current;
  }

  /** What the launch or the attempt says. */
  follow(language: Language): void {
    if (!this.#tab.read().languageChosen) this.#show(language);
  }

  /** What the learner says; answers whether that is a change. */
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
