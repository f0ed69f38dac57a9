/**
 * The browser has a secret, the login row its hash. The secret comes back in a cookie or from the
 * platform’s storage.
 */
import { hash, isHashOf } from './hash.ts';
import {
  buildLoginCookie,
  buildLoginMarker,
  getLoginKey,
  hasHttps,
  listJars,
  readLoginCookie,
} from './login-cookie.ts';
import type { LoginMarker } from './login-cookie.ts';

/** LTI postMessage storage 0.1. */
export interface PlatformStorage {
  /** The only origin to trust: the authorization address's. */
  readonly origin: string;
  /** From the login; `_parent` is the page itself, null means: ask the page. */
  readonly target: string | null;
  readonly key: string;
}

interface BrowserBinding {
  readonly cookieKey: string;
  readonly browserHash: string;
  readonly setCookie: string;
  /** For a window of its own; null with https. */
  readonly insecureCookie: string | null;
  /** For a frame: whether it shows up tells the page that the browser stores cookies there. */
  readonly marker: LoginMarker;
}

export function createBrowserBinding(
  { state, secret }: { readonly state: string; readonly secret: string },
  lifeMs: number,
  publicUrl: string,
): BrowserBinding {
  const cookieKey = getLoginKey(state);
  return {
    cookieKey,
    browserHash: hash(secret),
    setCookie: buildLoginCookie(cookieKey, secret, lifeMs / 1000),
    insecureCookie: hasHttps(publicUrl)
      ? null
      : buildLoginCookie(cookieKey, secret, lifeMs / 1000, 'insecure'),
    marker: buildLoginMarker(cookieKey),
  };
}

/** Compares with the browser that logged in. */
export function judgeCookies(
  { browserHash, state }: { readonly browserHash: string; readonly state: string },
  cookieHeader: string | undefined,
  publicUrl: string,
): 'same' | 'other' | 'missing' {
  const secret = readLoginCookie(cookieHeader, getLoginKey(state), listJars(publicUrl));
  if (secret === undefined) return 'missing';
  return isHashOf(browserHash, secret) ? 'same' : 'other';
}

/** Presented again while the login's cookie lasts. */
export interface BrowserProof {
  readonly cookieKey: string;
  readonly secret: string;
}

/** Null unless the partitioned cookie came: an allowed cookie may be missing on the next page. */
export function findBrowserProof(state: string, cookieHeader: string | undefined): BrowserProof | null {
  const cookieKey = getLoginKey(state);
  const secret = readLoginCookie(cookieHeader, cookieKey, ['partitioned']);
  return secret === undefined ? null : { cookieKey, secret };
}

export function describePlatformStorage(
  authorizationUrl: string,
  target: string | null,
  state: string,
): PlatformStorage {
  return { origin: new URL(authorizationUrl).origin, target, key: `lti_${getLoginKey(state)}` };
}
