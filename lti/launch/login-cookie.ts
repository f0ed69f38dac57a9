/** The cookie that binds a login to the browser it started in: one per login, so that tabs do not mix. */

/** Characters of the state in the cookie's name: enough to tell logins apart, too few to spend one. */
const keyLength = 8;

/** Suffix of the login's cookie and of its value in a platform's storage. */
export function getLoginKey(state: string): string {
  return state.slice(0, keyLength);
}

/**
 * Value of a Set-Cookie header. `partitioned` returns in a frame where third-party cookies are blocked;
 * `granted` is in the browser's common jar, which a frame reaches only with the person's permission.
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

/** The secret returned for this login; undefined if the browser sent no cookie. */
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
