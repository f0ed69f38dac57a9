/**
 * Binds a login to the browser that started it. The browser keeps a secret, the login's row its hash. The
 * secret returns in a cookie or from the platform's own storage.
 */
import { hash, isHashOf } from './hash.ts';
import { buildLoginCookie, getLoginKey, readLoginCookie } from './login-cookie.ts';

/** How a page reaches the LMS's storage (LTI postMessage storage 0.1). */
export interface PlatformStorage {
  /** The only origin to send to and accept answers from: that of the registered authorization address. */
  readonly origin: string;
  /** Frame of the LMS's page named by the login, `_parent` for the page itself, or null: ask the page. */
  readonly target: string | null;
  readonly key: string;
}

interface BrowserBinding {
  /** Identifies this login's cookie. */
  readonly cookieKey: string;
  readonly browserHash: string;
  /** Value of a Set-Cookie header. */
  readonly setCookie: string;
}

export function createBrowserBinding(state: string, secret: string, lifeMs: number): BrowserBinding {
  const cookieKey = getLoginKey(state);
  return {
    cookieKey,
    browserHash: hash(secret),
    setCookie: buildLoginCookie(cookieKey, secret, lifeMs / 1000),
  };
}

/**
 * Whether the browser that sent these cookies is the one that logged in, another one, or one that sends none.
 */
export function judgeCookies(
  browserHash: string,
  state: string,
  cookieHeader: string | undefined,
): 'same' | 'other' | 'missing' {
  const secret = readLoginCookie(cookieHeader, getLoginKey(state));
  if (secret === undefined) return 'missing';
  return isHashOf(browserHash, secret) ? 'same' : 'other';
}

export function describePlatformStorage(
  authorizationUrl: string,
  target: string | null,
  state: string,
): PlatformStorage {
  return { origin: new URL(authorizationUrl).origin, target, key: `lti_${getLoginKey(state)}` };
}
