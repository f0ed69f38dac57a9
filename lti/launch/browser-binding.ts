/**
 * Ties a login to the browser that began it: a secret that the browser keeps, of which the login's row holds the
 * hash. The secret comes back by cookie, or out of the platform's own storage. Knows no token and no row's life.
 */
import { hash, isHashOf } from './hash.ts';
import { buildLoginCookie, getLoginKey, readLoginCookie } from './login-cookie.ts';

/** Where a page may keep the secret inside the LMS's page (LTI postMessage storage 0.1). */
export interface PlatformStorage {
  /** The only origin that messages go to and answers are taken from: the registered authorization address's. */
  readonly origin: string;
  /** Frame of the LMS's page that the login named, `_parent` for that page itself, or null: ask the page. */
  readonly target: string | null;
  /** Name of the value. */
  readonly key: string;
}

interface BrowserBinding {
  /** Names this login's cookie. */
  readonly cookieKey: string;
  readonly browserHash: string;
  /** Value of a Set-Cookie header. */
  readonly setCookie: string;
}

/** Binds a login of this state to whoever keeps the secret. */
export function createBrowserBinding(state: string, secret: string, lifeMs: number): BrowserBinding {
  const cookieKey = getLoginKey(state);
  return {
    cookieKey,
    browserHash: hash(secret),
    setCookie: buildLoginCookie(cookieKey, secret, lifeMs / 1000),
  };
}

/** Whether the browser that sent these cookies is the one that logged in, another one, or one that keeps them back. */
export function judgeCookies(
  browserHash: string,
  state: string,
  cookieHeader: string | undefined,
): 'same' | 'other' | 'missing' {
  const secret = readLoginCookie(cookieHeader, getLoginKey(state));
  if (secret === undefined) return 'missing';
  return isHashOf(browserHash, secret) ? 'same' : 'other';
}

/** The storage of the platform for a login of this state. */
export function describePlatformStorage(
  authorizationUrl: string,
  target: string | null,
  state: string,
): PlatformStorage {
  return { origin: new URL(authorizationUrl).origin, target, key: `lti_${getLoginKey(state)}` };
}
