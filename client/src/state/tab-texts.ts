/** Keeps unsent texts in the tab's memory where the browser refuses storage, as in many frames. */
import type { Timers } from '../api/timers.ts';
import type { TabMemory } from './tab-memory.ts';
import type { TabStorage } from './typed-boxes.ts';

/** Browsers limit how often a page writes its history: Safari to 100 times in 30 s. */
const writeEveryMs = 500;

/** Holds one text, whatever its key. */
export class TabTexts implements TabStorage {
  readonly #tab: TabMemory;
  readonly #timers: Timers;
  #text: string | null;
  #cancel: (() => void) | null = null;

  constructor(tab: TabMemory, timers: Timers) {
    this.#tab = tab;
    this.#timers = timers;
    this.#text = tab.read().typed;
  }

  getItem(): string | null {
    return this.#text;
  }

  setItem(_key: string, text: string): void {
    this.#text = text;
    this.#cancel ??= this.#timers.after(writeEveryMs, () => {
      this.#write();
    });
  }

  removeItem(): void {
    this.#text = null;
    this.#write();
  }

  #write(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#tab.read().typed !== this.#text) this.#tab.write({ typed: this.#text });
  }
}
