/** Each login has its own cookie, so that tabs do not mix. */

/** In characters: enough to tell logins apart, too few to guess the state from. */
const keyLength = 8;

/** Suffix of cookie name and storage key. */
export function getLoginKey(state: string): string {
  return state.slice(0, keyLength);
}

/**
 * `partitioned` works in frames despite blocked third-party cookies. `granted` is in the common jar, which a
 * frame reaches only with the person's permission.
 */
export function buildLoginCookie(
  key: string,
  value: string,
  maxAgeS: number,
  jar: 'partitioned' | 'granted' = 'partitioned',
): string {
  const cookie = `${cookieName(key)}=${value}; Max-Age=${maxAgeS}; Path=/; HttpOnly; Secure; SameSite=None`;
  return jar === 'partitioned' ? `${cookie}; Partitioned` : cookie;
}

export function readLoginCookie(header: string | undefined, key: string): string | undefined {
  const name = cookieName(key);
  for (const part of (header ?? '').split(';')) {
    const [found, value] = part.trim().split('=', 2);
    if (found === name && value !== undefined && value !== '' && value.length <= 100) return value;
  }
  return undefined;
}

function cookieName(key: string): string {
  return `__Host-lti_${key}`;
}
