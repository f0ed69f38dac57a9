/** A value that outlives a reload, and the tab if the browser allows storage: in a frame of an LMS it often does not. */
import type { TabMemory } from './tab-memory.ts';

export type KeptStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Returns null if the browser refuses it. */
export function findStorage(page: { readonly localStorage: KeptStorage }): KeptStorage | null {
  try {
    return page.localStorage;
  } catch {
    // Refused to third parties or by the person's setting.
    return null;
  }
}

export class Persisted<Value> {
  readonly #tab: TabMemory;
  readonly #storage: KeptStorage | null;
  readonly #key: string;

  constructor(tab: TabMemory, storage: KeptStorage | null, key: string) {
    this.#tab = tab;
    this.#storage = storage;
    this.#key = key;
  }

  /** Tab first. Unchecked: others can write both places. */
  read(): unknown {
    return this.#tab.read().comfort ?? this.#stored();
  }

  /** @param lasting what outlives the tab, if less */
  write(value: Value, lasting: Value = value): void {
    this.#tab.write({ comfort: value });
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(lasting));
    } catch {
      // Full or refused; the tab has it.
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
