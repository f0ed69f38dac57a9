/** The page cannot read the login's cookie: its marker, or else the server, says whether the browser stores it. */
import type { CookieCheck, CookieCheckAnswer, CookieKeep } from '../../../server/contract/launch-page.ts';

/** Longer than a slow phone needs; after it the next way is tried. */
const answerTimeoutMs = 6000;

/** Whether the browser stored the marker that came with the login's cookie, which it then stored too. */
export function takeMarker(document: Pick<Document, 'cookie'>, name: string): boolean {
  try {
    const isThere = document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`));
    if (isThere) document.cookie = `${name}=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned`;
    return isThere;
  } catch {
    // A sandboxed frame has no cookies.
    return false;
  }
}

/** Whether this browser sends the cookie from here. */
export async function doesCookieArrive(cookieKey: string): Promise<boolean> {
  const check: CookieCheck = { cookieKey };
  try {
    const response = await post('/lti/cookie/check', check);
    if (!response.ok) return false;
    const answer = (await response.json()) as CookieCheckAnswer;
    return answer.arrived;
  } catch {
    return false;
  }
}

/** Retries now that the frame may have cookies; returns whether the cookie comes back. */
export async function keepCookie(keep: CookieKeep): Promise<boolean> {
  try {
    await post('/lti/cookie/keep', keep);
  } catch {
    return false;
  }
  return doesCookieArrive(keep.cookieKey);
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'include',
    cache: 'no-store',
    // A stalled connection counts as no cookie.
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
}
