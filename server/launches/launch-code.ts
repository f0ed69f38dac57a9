/**
 * The one-time code of a launch. If the browser that launched can show its login's cookie again, the code is
 * stored with the cookie's secret and names the cookie: `<key>.<random>`. In any other browser it opens nothing.
 */
import type { BrowserProof } from '../../lti/launch/browser-binding.ts';
import { hash } from '../../lti/launch/hash.ts';
import { readLoginCookie } from '../../lti/launch/login-cookie.ts';

/** @param random a token of 43 characters */
export function createLaunchCode(random: string, browser: BrowserProof | null): string {
  return browser === null ? random : `${browser.cookieKey}.${random}`;
}

/** Key of the cookie that a code needs; undefined if any browser may use it. */
export function findCookieKey(code: string): string | undefined {
  return /^([\w-]{8})\.[\w-]{43}$/.exec(code)?.[1];
}

/** @param secret of the browser, for codes that need it */
export function hashLaunchCode(code: string, secret: string | undefined): string {
  return hash(secret === undefined ? code : `${code}.${secret}`);
}

/** What the code is stored under, if it came from this browser; else under nothing that is stored. */
export function hashPresentedCode(code: string, cookies: string | undefined): string {
  const key = findCookieKey(code);
  return hashLaunchCode(code, key === undefined ? undefined : readLoginCookie(cookies, key, ['partitioned']));
}
