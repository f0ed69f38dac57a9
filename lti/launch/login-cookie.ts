/** The cookie that ties a login to the browser it began in: one per login, so that tabs do not mix. */

/** How many of the state's characters name the cookie: enough to tell logins apart, too few to spend one. */
const keyLength = 8;

/** What the names of a login's cookie and of its value in a platform's storage end with. */
export function getLoginKey(state: string): string {
  return state.slice(0, keyLength);
}

/**
 * Value of a Set-Cookie header. `partitioned` comes back in a frame where third-party cookies are blocked; `granted`
 * lies in the browser's common jar, which a frame reaches only after the person allowed it.
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

/** The secret that came back for this login, or undefined where the browser kept the cookie to itself. */
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
