/**
 * One small value that outlives a reload, in the tab's memory, and the tab, where the browser keeps storage for us. In
 * a frame of an LMS it often does not: then the tab's memory is all there is, and nothing is lost but the next visit.
 */
import type { TabMemory } from './tab-memory.ts';

export type KeptStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The storage that outlives the tab, or null where the browser refuses it. */
export function findStorage(page: { readonly localStorage: KeptStorage }): KeptStorage | null {
  try {
    return page.localStorage;
  } catch {
    // Refused to third parties, or by the person's own rule.
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

  /** What was kept, of the tab first; unchecked, since both places can be written by others. */
  read(): unknown {
    return this.#tab.read().comfort ?? this.#stored();
  }

  /** @param lasting what outlives the tab, where that is less */
  write(value: Value, lasting: Value = value): void {
    this.#tab.write({ comfort: value });
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(lasting));
    } catch {
      // Full or refused: the tab remembers.
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
