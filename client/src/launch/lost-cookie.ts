/**
 * Remembers in this tab that a cookie came at the login and not at the launch: the next login then asks the person
 * instead of failing the same way again. Where storage throws, cookies do not come at the login either.
 */
const name = 'numplus-cookie-lost';

export class LostCookie {
  note(): void {
    try {
      sessionStorage.setItem(name, '1');
    } catch {
      // Nothing to remember with: nothing is lost but a better second try.
    }
  }

  /** Whether it was lost; told once. */
  take(): boolean {
    try {
      const lost = sessionStorage.getItem(name) !== null;
      sessionStorage.removeItem(name);
      return lost;
    } catch {
      return false;
    }
  }
}
