import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeldPageData, LaunchPageData, LoginPageData } from '../../../server/contract/launch-page.ts';
import { type Page, readPage } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

function readData(page: Page): LaunchPageData {
  const block = /<script type="application\/json" id="launch">(.*?)<\/script>/.exec(page.text)?.[1];
  if (block === undefined) throw new Error(`no data in: ${page.text.slice(0, 300)}`);
  return JSON.parse(block) as LaunchPageData;
}

interface FramedLogin {
  readonly page: Page;
  readonly data: LoginPageData;
  readonly state: string;
  readonly nonce: string;
}

async function loginInFrame(params: Record<string, string> = {}, path = '/lti/login'): Promise<FramedLogin> {
  const fields = { iss: lms.issuer, client_id: lms.clientId, login_hint: '4', target_link_uri: tool.target };
  const page = await readPage(
    await fetch(tool.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-dest': 'iframe' },
      body: new URLSearchParams({ ...fields, ...params }),
    }),
  );
  const data = readData(page);
  if (data.page !== 'login') throw new Error('not the page of a login');
  const { searchParams } = new URL(data.authorizationUrl);
  return { page, data, state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '' };
}

interface Held extends FramedLogin {
  readonly held: HeldPageData;
  readonly heldPage: Page;
  readonly idToken: string;
}

/** A launch whose cookie did not come back. */
async function hold(login?: FramedLogin): Promise<Held> {
  const begun = login ?? (await loginInFrame());
  const idToken = await lms.sign(lms.claims(tool.target, begun.nonce));
  const heldPage = await tool.post({ state: begun.state, id_token: idToken }, '');
  const held = readData(heldPage);
  if (held.page !== 'held') throw new Error('not the page of a held launch');
  return { ...begun, held, heldPage, idToken };
}

async function goOn(
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: tool.url },
): Promise<Page> {
  return readPage(
    await fetch(`${tool.url}/lti/continue`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    }),
  );
}

describe('a login in a frame', () => {
  it('gets a page that only the platform may frame, with its own script only', async () => {
    const { page } = await loginInFrame();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(page.status).toBe(200);
    expect(policy).toContain(`frame-ancestors ${lms.issuer}`);
    expect(policy).toContain("default-src 'none'");
    const script = /<script type="module">(.*?)<\/script>/s.exec(page.text)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}';`);
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('set-cookie')).toMatch(/^__Host-lti_.{8}=[\w-]{43}; .*Partitioned$/);
  });

  it('gets a page that is compressed, because every launch fetches it', async () => {
    const { page } = await loginInFrame();
    expect(page.headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/);
  });

  it('gets the page also if the browser sends no Sec-Fetch-Dest', async () => {
    const query = new URLSearchParams({ iss: lms.issuer, login_hint: '4', target_link_uri: tool.target });
    const response = await fetch(`${tool.url}/lti/login?${query.toString()}`, { redirect: 'manual' });
    expect(readData(await readPage(response)).page).toBe('login');
  });

  it('offers a new window that starts the same login again, at the same address', async () => {
    const hint = '{"cmid":2,"launchid":"<a&b>"}';
    const { page } = await loginInFrame(
      { lti_message_hint: hint, lti_deployment_id: '1', lti_storage_target: '_parent' },
      '/lti/login/ref-1',
    );
    expect(page.text).toContain('<form method="post" action="/lti/login/ref-1" target="_blank">');
    const sent = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name, value]) => [name, value],
    );
    expect(Object.fromEntries(sent)).toEqual({
      iss: lms.issuer,
      client_id: lms.clientId,
      login_hint: '4',
      target_link_uri: tool.target,
      lti_message_hint: hint.replaceAll('"', '&quot;').replace('<', '&lt;').replace('&b>', '&amp;b&gt;'),
      lti_deployment_id: '1',
      lti_storage_target: '_parent',
    });
  });

  it('names the registered authorization origin, and the storage frame of the login', async () => {
    const named = await loginInFrame({ lti_storage_target: 'post_message_forwarding' });
    expect(named.data.storage).toEqual({
      origin: lms.issuer,
      target: 'post_message_forwarding',
      key: `lti_${named.state.slice(0, 8)}`,
    });
    expect((await loginInFrame()).data.storage.target).toBeNull();
    expect((await loginInFrame({ lti_storage_target: 'x'.repeat(300) })).data.storage.target).toBeNull();
  });

  it('cannot inject markup into its page', async () => {
    const { page, data } = await loginInFrame({ login_hint: '</script><script>alert(1)</script>' });
    expect(page.text).not.toContain('<script>alert');
    expect(data.authorizationUrl).toContain('login_hint=');
  });
});

describe('the marker of a login in a frame', () => {
  /** What a browser sends that has the marker and lost the cookie. */
  const markerOf = ({ data }: FramedLogin): string => `${data.markerName}=1`;

  it('is a cookie beside the other, which the page can read and which ends soon', async () => {
    const { page, data } = await loginInFrame();
    const [, marker = ''] = page.headers.getSetCookie();
    expect(data.markerName).toBe(`__Host-lti-marker_${data.cookieKey}`);
    expect(marker).toBe(`${data.markerName}=1; Max-Age=60; Path=/; Secure; SameSite=None; Partitioned`);
  });

  it('has another name in every login', async () => {
    const logins = await Promise.all(Array.from({ length: 20 }, () => loginInFrame()));
    expect(new Set(logins.map(({ data }) => data.markerName)).size).toBe(20);
  });

  it('opens no launch: the launch waits for the browser’s secret', async () => {
    const login = await loginInFrame();
    const idToken = await lms.sign(lms.claims(tool.target, login.nonce));
    const page = await tool.post({ state: login.state, id_token: idToken }, markerOf(login));
    expect(page.code).toBe('lti.cookie-missing');
    const held = readData(page);
    const id = held.page === 'held' ? held.id : '';
    expect((await goOn({ id }, { origin: tool.url, cookie: markerOf(login) })).code).toBe(
      'lti.cookie-missing',
    );
  });

  it('opens no launch if it is of another login, or put in the place of the cookie', async () => {
    const [mine, other] = [await loginInFrame(), await loginInFrame()];
    const post = async (login: FramedLogin, cookie: string): Promise<string | null> => {
      const idToken = await lms.sign(lms.claims(tool.target, login.nonce));
      return (await tool.post({ state: login.state, id_token: idToken }, cookie)).code;
    };
    expect(await post(mine, markerOf(other))).toBe('lti.cookie-missing');
    expect(await post(other, `__Host-lti_${other.data.cookieKey}=1`)).toBe('lti.browser-mismatch');
  });

  it('opens nothing with a launch that was accepted before', async () => {
    const login = await loginInFrame();
    const idToken = await lms.sign(lms.claims(tool.target, login.nonce));
    const cookie = `__Host-lti_${login.data.cookieKey}=${login.data.secret}`;
    expect((await tool.post({ state: login.state, id_token: idToken }, cookie)).status).toBe(303);
    const again = await tool.post({ state: login.state, id_token: idToken }, markerOf(login));
    expect(again.code).toBe('lti.state-unknown');
  });

  it('is not what the server answers about when it is asked for the cookie', async () => {
    const login = await loginInFrame();
    const { cookieKey } = login.data;
    const response = await fetch(`${tool.url}/lti/cookie/check`, {
      method: 'POST',
      headers: { origin: tool.url, 'content-type': 'application/json', cookie: markerOf(login) },
      body: JSON.stringify({ cookieKey }),
    });
    expect(await response.json()).toEqual({ arrived: false });
  });
});

describe('the login’s cookie', () => {
  const ask = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${tool.url}/lti/cookie${path}`, {
      method: 'POST',
      headers: { origin: tool.url, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('is reported as received or not', async () => {
    const { data, page } = await loginInFrame();
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { cookieKey } = data;
    expect(await (await ask('/check', { cookieKey })).json()).toEqual({ arrived: false });
    expect(await (await ask('/check', { cookieKey }, { cookie })).json()).toEqual({ arrived: true });
  });

  it('is set again without a partition after permission, and then opens the launch', async () => {
    const { state, nonce, data } = await loginInFrame();
    const kept = await ask('/keep', { cookieKey: data.cookieKey, secret: data.secret });
    const cookie = kept.headers.get('set-cookie') ?? '';
    expect(kept.status).toBe(204);
    expect(cookie).toMatch(/^__Host-lti-granted_.{8}=[\w-]{43}; Max-Age=600; .*SameSite=None$/);
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    const page = await tool.post({ state, id_token: idToken }, cookie.split(';')[0] ?? '');
    expect(page.status).toBe(303);
  });

  it.each<[string, object, Record<string, string>]>([
    ['of another site', {}, { origin: 'https://evil.example' }],
    ['without an origin', {}, { origin: '' }],
    ['as a form', {}, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['with a name that is none', { cookieKey: 'a; b=c;1' }, {}],
    ['with a value that is none', { secret: 'x; Domain=example' }, {}],
    ['with an object for a name', { cookieKey: { $ne: '' } }, {}],
  ])('is not set for a request %s', async (_name, change, headers) => {
    const good = { cookieKey: 'abcdefgh', secret: 's'.repeat(43) };
    const response = await ask('/keep', { ...good, ...change }, headers);
    expect(response.status).toBe(400);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('a launch whose cookie did not come back', () => {
  it('waits on a page that has no token and may be framed by the platform alone', async () => {
    const { heldPage, idToken } = await hold();
    expect([heldPage.status, heldPage.code]).toEqual([401, 'lti.cookie-missing']);
    expect(heldPage.text).not.toContain(idToken);
    expect(heldPage.text).not.toContain(idToken.split('.')[1]);
    expect(heldPage.headers.get('content-security-policy')).toContain(`frame-ancestors ${lms.issuer}`);
    expect(JSON.stringify(tool.log)).not.toContain(idToken.split('.')[1]);
  });

  it('has the storage frame that the login named', async () => {
    const { held } = await hold(await loginInFrame({ lti_storage_target: '_parent' }));
    expect(held.storage).toMatchObject({ origin: lms.issuer, target: '_parent' });
  });

  it('continues with the browser’s secret like any other', async () => {
    const { held, data } = await hold();
    const page = await goOn({ id: held.id, secret: data.secret });
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toMatch(
      new RegExp(`^${tool.url}/play/ref-1#code=[\\w-]{43}&lang=fr&first=notice$`),
    );
  });

  it('continues with the cookie that a permission made available', async () => {
    const { held, data } = await hold();
    const cookie = `__Host-lti_${data.cookieKey}=${data.secret}`;
    const page = await goOn({ id: held.id }, { origin: tool.url, cookie });
    expect(page.status).toBe(303);
    expect(page.headers.get('set-cookie')).toMatch(/=; Max-Age=0; .*SameSite=None$/);
  });

  it('is refused with another secret, and ends', async () => {
    const { held, data } = await hold();
    expect((await goOn({ id: held.id, secret: 'x'.repeat(43) })).code).toBe('lti.browser-mismatch');
    expect((await goOn({ id: held.id, secret: data.secret })).code).toBe('lti.state-unknown');
  });

  it('is refused with the secret of another login of the same browser', async () => {
    const [mine, other] = [await hold(), await loginInFrame()];
    expect((await goOn({ id: mine.held.id, secret: other.data.secret })).code).toBe('lti.browser-mismatch');
  });

  it('is refused with a cookie of another login, and without any proof', async () => {
    const [first, second] = [await hold(), await hold()];
    const cookie = `__Host-lti_${first.data.cookieKey}=${second.data.secret}`;
    expect((await goOn({ id: first.held.id }, { origin: tool.url, cookie })).code).toBe(
      'lti.browser-mismatch',
    );
    expect((await goOn({ id: second.held.id })).code).toBe('lti.cookie-missing');
  });

  it.each([['https://evil.example'], ['null'], ['']])(
    'refuses a form from elsewhere (%s), and still waits',
    async (origin) => {
      const { held, data } = await hold();
      const fields = { id: held.id, secret: data.secret };
      const headers = origin === '' ? {} : { origin };
      expect((await goOn(fields, headers as Record<string, string>)).code).toBe('lti.browser-mismatch');
      expect((await goOn(fields)).status).toBe(303);
    },
  );

  it('continues for exactly one of twenty parallel requests', async () => {
    const { held, data } = await hold();
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => goOn({ id: held.id, secret: data.secret })),
    );
    expect(pages.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(pages.filter(({ code }) => code === 'lti.state-unknown')).toHaveLength(19);
  });

  it('expires after one minute', async () => {
    const { held, data } = await hold();
    tool.time.offsetMs = 60_001;
    expect((await goOn({ id: held.id, secret: data.secret })).code).toBe('lti.state-unknown');
  });

  it('has consumed its state, so that the same post is refused', async () => {
    const { state, idToken } = await hold();
    expect((await tool.post({ state, id_token: idToken }, '')).code).toBe('lti.state-unknown');
  });

  it('is validated again: a platform deactivated meanwhile is refused', async () => {
    const { held, data } = await hold();
    const { organisationId, registrationId } = tool;
    await tool.storage.platforms.setRegistrationActive(organisationId, registrationId, false);
    const page = await goOn({ id: held.id, secret: data.secret });
    await tool.storage.platforms.setRegistrationActive(organisationId, registrationId, true);
    expect(page.code).toBe('lti.platform-inactive');
  });

  it('is stored only if the platform signed it', async () => {
    const { state, nonce } = await loginInFrame();
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    const forged = `${idToken.slice(0, -20)}${'A'.repeat(20)}`;
    const page = await tool.post({ state, id_token: forged }, '');
    expect(page.code).toBe('lti.signature-refused');
    expect(page.text).not.toContain('id="launch"');
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an id too long', { id: 'x'.repeat(101), secret: 's'.repeat(43) }],
    ['a secret too long', { id: 'x'.repeat(43), secret: 's'.repeat(101) }],
  ])('refuses %s', async (_name, fields) => {
    expect((await goOn(fields)).code).toBe('lti.launch-incomplete');
  });
});
