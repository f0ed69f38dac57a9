/** For frames without storage, in browsers that keep partitioned cookies there (ADR 65). */
import type { MarkStorage } from './tab-person.ts';

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
