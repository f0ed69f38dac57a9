/**
 * Which press opened the activity in this LMS last time. The name of the LMS is for older browsers: newer ones
 * store it apart below each LMS.
 */
export type Way = 'window' | 'access';

export class RememberedWay {
  readonly #window: Pick<Window, 'localStorage'>;
  readonly #name: string;

  constructor(window: Pick<Window, 'localStorage'>, lmsOrigin: string) {
    this.#window = window;
    this.#name = `numplus-way ${lmsOrigin}`;
  }

  find(): Way | null {
    try {
      const way = this.#window.localStorage.getItem(this.#name);
      return way === 'window' || way === 'access' ? way : null;
    } catch {
      return null;
    }
  }

  keep(way: Way): void {
    try {
      this.#window.localStorage.setItem(this.#name, way);
    } catch {
      // Without storage every launch is the first one.
    }
  }

  forget(): void {
    try {
      this.#window.localStorage.removeItem(this.#name);
    } catch {
      // Nothing was stored.
    }
  }
}
