/** Each login has its own cookie, so that tabs do not mix. */

/** In characters: enough to tell logins apart, too few to guess the state from. */
const keyLength = 8;

/** Suffix of cookie name and storage key. */
export function getLoginKey(state: string): string {
  return state.slice(0, keyLength);
}

/**
 * `partitioned` works in frames despite blocked third-party cookies. `granted` is in the common jar, which
 * a frame reaches only with the person’s permission. `insecure` is for a local tool without https, where WebKit
 * stores no `Secure` cookie.
 */
export type CookieJar = 'partitioned' | 'granted' | 'insecure';

/** With https an insecure cookie counts for nothing: somebody on the network could have set it. */
export function listJars(publicUrl: string): readonly CookieJar[] {
  return hasHttps(publicUrl) ? ['partitioned', 'granted'] : ['partitioned', 'granted', 'insecure'];
}

export function hasHttps(publicUrl: string): boolean {
  return new URL(publicUrl).protocol === 'https:';
}

export function buildLoginCookie(
  key: string,
  value: string,
  maxAgeS: number,
  jar: CookieJar = 'partitioned',
): string {
  const plain = `${cookieName(key, jar)}=${value}; Max-Age=${maxAgeS}; Path=/; HttpOnly`;
  if (jar === 'insecure') return plain;
  const cookie = `${plain}; Secure; SameSite=None`;
  return jar === 'partitioned' ? `${cookie}; Partitioned` : cookie;
}

/** A cookie that the page of a login can read; it proves nothing, and the server never reads it (ADR 55). */
export interface LoginMarker {
  readonly name: string;
  readonly setCookie: string;
}

/** The page deletes it at once; this is for a browser that never runs the page. */
const markerLifeS = 60;

export function buildLoginMarker(key: string): LoginMarker {
  const name = `__Host-lti-marker_${key}`;
  return {
    name,
    setCookie: `${name}=1; Max-Age=${markerLifeS}; Path=/; Secure; SameSite=None; Partitioned`,
  };
}

export function readLoginCookie(
  header: string | undefined,
  key: string,
  jars: readonly CookieJar[],
): string | undefined {
  const names = jars.map((jar) => cookieName(key, jar));
  for (const part of (header ?? '').split(';')) {
    const [found, value] = part.trim().split('=', 2);
    if (
      found !== undefined &&
      names.includes(found) &&
      value !== undefined &&
      value !== '' &&
      value.length <= 100
    )
      return value;
  }
  return undefined;
}

function cookieName(key: string, jar: CookieJar): string {
  return { partitioned: '__Host-lti_', granted: '__Host-lti-granted_', insecure: 'lti-insecure_' }[jar] + key;
}
