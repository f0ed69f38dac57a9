/** A one-time code works in the browser that launched, if that browser could show its cookie. */
import { describe, expect, it } from 'vitest';
import type { LaunchPageData } from '../../../server/contract/launch-page.ts';
import { type Page, readCode, readPage } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

async function exchange(code: string, cookie: string): Promise<Response> {
  return fetch(`${tool.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify({ code }),
  });
}

async function launch(): Promise<{ code: string; cookie: string; page: Page }> {
  const { state, nonce, cookie } = await tool.login(lms);
  const page = await tool.post({ state, id_token: await lms.sign(lms.claims(tool.target, nonce)) }, cookie);
  return { code: readCode(page), cookie, page };
}

describe('a code of a launch whose cookie came', () => {
  it('opens nothing in a browser without the cookie, with another one, or shortened', async () => {
    const [mine, other] = [await launch(), await launch()];
    const name = mine.cookie.split('=')[0] ?? '';
    const foreign = `${name}=${other.cookie.split('=')[1] ?? ''}`;
    for (const cookie of ['', other.cookie, foreign]) {
      expect((await exchange(mine.code, cookie)).status).toBe(401);
    }
    expect((await exchange(mine.code.split('.')[1] ?? '', mine.cookie)).status).toBe(401);
    // None of them used the code up.
    expect((await exchange(mine.code, `theme=x; ${other.cookie}; ${mine.cookie}`)).status).toBe(200);
    expect((await exchange(mine.code, mine.cookie)).status).toBe(401);
  });

  it('keeps the cookie until its session opens, which deletes it', async () => {
    const { code, cookie, page } = await launch();
    expect(page.headers.get('set-cookie')).toBeNull();
    const opened = await exchange(code, cookie);
    const name = cookie.split('=')[0] ?? '';
    expect(opened.headers.get('set-cookie')).toContain(`${name}=; Max-Age=0; `);
  });
});

describe('a code of a launch without the partitioned cookie', () => {
  async function loginInFrame(): Promise<{
    data: LaunchPageData & { page: 'login' };
    state: string;
    idToken: string;
  }> {
    const query = new URLSearchParams({ iss: lms.issuer, login_hint: '4', target_link_uri: tool.target });
    const page = await readPage(await fetch(`${tool.url}/lti/login?${query.toString()}`));
    const block = /<script type="application\/json" id="launch">(.*?)<\/script>/.exec(page.text)?.[1] ?? '';
    const data = JSON.parse(block) as LaunchPageData;
    if (data.page !== 'login') throw new Error('not the page of a login');
    const { searchParams } = new URL(data.authorizationUrl);
    const idToken = await lms.sign(lms.claims(tool.target, searchParams.get('nonce') ?? ''));
    return { data, state: searchParams.get('state') ?? '', idToken };
  }

  it('works without a cookie after the platform’s storage proved the browser', async () => {
    const { data, state, idToken } = await loginInFrame();
    const held = await tool.post({ state, id_token: idToken }, '');
    const block = /<script type="application\/json" id="launch">(.*?)<\/script>/.exec(held.text)?.[1] ?? '';
    const { id } = JSON.parse(block) as { id: string };
    const page = await readPage(
      await fetch(`${tool.url}/lti/continue`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: tool.url },
        body: new URLSearchParams({ id, secret: data.secret }),
      }),
    );
    expect((await exchange(readCode(page), '')).status).toBe(200);
  });

  it('works without a cookie after a cookie that the person allowed, which the page may not get', async () => {
    const { data, state, idToken } = await loginInFrame();
    const kept = await fetch(`${tool.url}/lti/cookie/keep`, {
      method: 'POST',
      headers: { origin: tool.url, 'content-type': 'application/json' },
      body: JSON.stringify({ cookieKey: data.cookieKey, secret: data.secret }),
    });
    const granted = kept.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await tool.post({ state, id_token: idToken }, granted);
    expect(page.headers.get('set-cookie')).toContain(`${granted.split('=')[0] ?? ''}=; Max-Age=0; `);
    expect((await exchange(readCode(page), '')).status).toBe(200);
  });
});
