/**
 * If the browser can show its login's cookie again, the code names the cookie, `<key>.<random>`, and is stored with its
 * secret: it opens nothing in other browsers.
 */
import type { BrowserProof } from '../../lti/launch/browser-binding.ts';
import { hash } from '../../lti/launch/hash.ts';
import { readLoginCookie } from '../../lti/launch/login-cookie.ts';

/** @param random a token of 43 characters */
export function createLaunchCode(random: string, browser: BrowserProof | null): string {
  return browser === null ? random : `${browser.cookieKey}.${random}`;
}

/** Undefined if any browser may use the code. */
export function findCookieKey(code: string): string | undefined {
  return /^([\w-]{8})\.[\w-]{43}$/.exec(code)?.[1];
}

/** @param secret of the browser, for codes that need it */
export function hashLaunchCode(code: string, secret: string | undefined): string {
  return hash(secret === undefined ? code : `${code}.${secret}`);
}

/** Matches nothing that is stored if the code came from another browser. */
export function hashPresentedCode(code: string, cookies: string | undefined): string {
  const key = findCookieKey(code);
  return hashLaunchCode(code, key === undefined ? undefined : readLoginCookie(cookies, key, ['partitioned']));
}
