/** The cookie that ties a login to the browser it began in: one per login, so that tabs do not mix. */

function cookieName(state: string): string {
  return `__Host-lti_${state.slice(0, 8)}`;
}

/** Value of a Set-Cookie header. Partitioned: in a frame with third-party cookies blocked, only such a cookie comes back. */
export function buildLoginCookie(state: string, value: string, maxAgeS: number): string {
  return `${cookieName(state)}=${value}; Max-Age=${maxAgeS}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned`;
}

/** The secret that came back for this state, or undefined where the browser kept the cookie to itself. */
export function readLoginCookie(header: string | undefined, state: string): string | undefined {
  const name = cookieName(state);
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '' && value.length <= 100) return value;
  }
  return undefined;
}
