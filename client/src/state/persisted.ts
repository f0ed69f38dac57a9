/** A value that outlives a reload, and the tab if the browser allows storage: in a frame of an LMS it often does not. */
import type { TabMemory } from './tab-memory.ts';

export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

export function findStorage(page: { readonly localStorage: TextStorage }): TextStorage | null {
  try {
    return page.localStorage;
  } catch {
    // Refused to third parties or by the person's setting.
    return null;
  }
}

export class Persisted<Value> {
  readonly #tab: TabMemory;
  readonly #storage: TextStorage | null;
  readonly #key: string;

  constructor(tab: TabMemory, storage: TextStorage | null, key: string) {
    this.#tab = tab;
    this.#storage = storage;
    this.#key = key;
  }

  /** The tab's value comes first. Not checked: others can write to both places. */
  read(): unknown {
    return this.#tab.read().comfort ?? this.#stored();
  }

  /** @param lasting what outlives the tab; null: as before */
  write(value: Value, lasting: Value | null): void {
    this.#tab.write({ comfort: value });
    if (lasting === null) return;
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(lasting));
    } catch {
      // Storage is full or refused; the tab has the value.
    }
  }

  #stored(): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }
}
