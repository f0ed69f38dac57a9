/** One thing that the next page of this tab is told once. Where storage throws, nothing is told and nothing is lost. */
class TabNote {
  readonly #name: string;

  constructor(name: string) {
    this.#name = `numplus-${name}`;
  }

  leave(): void {
    try {
      sessionStorage.setItem(this.#name, '1');
    } catch {
      // Nothing to remember with.
    }
  }

  /** Whether it was left; told once. */
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

/**
 * A cookie that came at the login was gone at the launch: the next login asks the person instead of going the same way
 * again.
 */
export const cookieLost = new TabNote('cookie-lost');

/** The person let the frame have cookies at the login: at the launch one more press may bring the cookie back. */
export const accessGiven = new TabNote('access-given');
