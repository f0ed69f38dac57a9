/**
 * For browsers that refuse storage in frames but keep partitioned cookies there. It lasts until the browser is closed,
 * below this LMS alone, and all tabs share it.
 */
import type { MarkStorage } from './tab-person.ts';

/** Nobody on the network can set a name that begins so. */
const prefix = '__Host-';

export class PersonCookie implements MarkStorage {
  readonly #page: Pick<Document, 'cookie'>;

  constructor(page: Pick<Document, 'cookie'>) {
    this.#page = page;
  }

  getItem(key: string): string | null {
    const start = `${prefix}${key}=`;
    const found = this.#page.cookie.split('; ').find((cookie) => cookie.startsWith(start));
    return found?.slice(start.length) ?? null;
  }

  setItem(key: string, mark: string): void {
    this.#page.cookie = `${prefix}${key}=${mark}; Path=/; Secure; SameSite=None; Partitioned`;
  }
}
