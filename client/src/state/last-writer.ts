/** A new launch in the same tab, such as F5 in the course, is no other window. */
import type { TabStorage } from './typed-boxes.ts';

const storageKey = 'numplus.writer';

export class LastWriter {
  readonly #storage: TabStorage | null;

  constructor(storage: TabStorage | null) {
    this.#storage = storage;
  }

  get remembers(): boolean {
    try {
      return this.#storage?.getItem(storageKey) !== undefined;
    } catch {
      return false;
    }
  }

  read(): string | null {
    try {
      return this.#storage?.getItem(storageKey) ?? null;
    } catch {
      return null;
    }
  }

  write(writer: string): void {
    try {
      this.#storage?.setItem(storageKey, writer);
    } catch {
      // Best effort.
    }
  }
}
