import type { TabStorage } from '../../../client/src/state/typed-boxes.ts';

/** The session storage of one tab. */
export class MemoryStorage implements TabStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    this.items.set(key, text);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}
