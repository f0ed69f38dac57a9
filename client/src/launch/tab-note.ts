/** A note to this tab's next page, read once. Does nothing if storage throws. */
class TabNote {
  readonly #name: string;

  constructor(name: string) {
    this.#name = `numplus-${name}`;
  }

  leave(): void {
    try {
      sessionStorage.setItem(this.#name, '1');
    } catch {
      // Without storage the tab is treated as a new one.
    }
  }

  take(): boolean {
    try {
      const left = sessionStorage.getItem(this.#name) !== null;
      sessionStorage.removeItem(this.#name);
      return left;
    } catch {
      return false;
    }
  }
}

/** The login's cookie was gone at the launch: the next login asks the person instead of retrying. */
export const cookieLost = new TabNote('cookie-lost');

/** The person allowed cookies at the login: at the launch another press may bring the cookie back. */
export const accessGiven = new TabNote('access-given');
