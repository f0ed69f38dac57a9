export interface LaunchFrom {
  readonly lmsUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @returns the tool's page with its one-time code, which works in any browser: the cookie counts as allowed */
export async function launchFromPage(from: LaunchFrom, personId: number, path: string): Promise<URL> {
  const { lmsUrl, headers = {} } = from;
  const page = await fetch(toLoopback(`${lmsUrl}${path}`), {
    headers: { cookie: `bouleaux_person=${personId}` },
  });
  const login = readForm(await page.text());
  // As a top-level document: the cookie pages for frames need a browser.
  const toLms = await post(login, { ...headers, 'sec-fetch-dest': 'document' });
  const cookie = toLms.headers
    .getSetCookie()
    .map((line) => (line.split(';', 1)[0] ?? '').replace('__Host-lti_', '__Host-lti-granted_'));
  const authorization = await fetch(toLoopback(toLms.headers.get('location') ?? ''));
  const back = readForm(await authorization.text());
  const launched = await post(back, { ...headers, cookie: cookie.join('; ') });
  const location = launched.headers.get('location');
  if (launched.status !== 303 || location === null) {
    throw new Error(`launch ended with ${launched.status}: ${await launched.text()}`);
  }
  return new URL(location);
}

interface Form {
  readonly action: string;
  readonly fields: URLSearchParams;
}

function readForm(html: string): Form {
  const action = /<form[^>]*\saction="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no form in: ${html.slice(0, 500)}`);
  const fields = new URLSearchParams();
  for (const [, tag = ''] of html.matchAll(/<input([^>]*)>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined) fields.append(decode(name), decode(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  return { action: decode(action), fields };
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function post({ action, fields }: Form, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(toLoopback(action), { method: 'POST', body: fields, redirect: 'manual', headers });
}

/** Browsers resolve `*.localhost` to loopback; Node's resolver may not. */
export function toLoopback(address: string): string {
  const url = new URL(address);
  if (url.hostname.endsWith('.localhost')) url.hostname = '127.0.0.1';
  return url.href;
}
