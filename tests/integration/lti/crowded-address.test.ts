/** Everybody behind one address of a tool: what is too much of one kind of request refuses no other kind. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestLms } from '../../support/lti-lms.ts';
import { type Login, type Page, readPage, type TestTool } from '../../support/lti-tool.ts';
import { startTestTool } from '../../support/start-lti-tool.ts';

let lms: TestLms;
let tool: TestTool | undefined;
beforeAll(async () => {
  lms = await TestLms.start();
});
afterEach(() => tool?.close());
afterAll(() => lms.close());

async function start(
  ...options: Parameters<typeof startTestTool> extends [unknown, ...infer Rest] ? Rest : never
) {
  tool = await startTestTool(lms, ...options);
  return tool;
}

async function openLogin(at: TestTool, issuer = lms.issuer): Promise<Page> {
  const query = new URLSearchParams({ iss: issuer, login_hint: '4', target_link_uri: at.target });
  return readPage(await fetch(`${at.url}/lti/login?${query.toString()}`, { redirect: 'manual' }));
}

/** The platform's answer to a login. */
async function launchAfter(at: TestTool, { state, nonce, cookie }: Login): Promise<number> {
  const idToken = await lms.sign(lms.claims(at.target, nonce));
  return (await at.post({ state, id_token: idToken }, cookie)).status;
}

const wrongPost = { state: 'x'.repeat(43), id_token: 'x'.repeat(50) };

describe('too many logins from one address', () => {
  it('are refused with a page, but neither the launches of earlier logins, nor their cookies', async () => {
    const at = await start({ loginsPerMinute: 3 });
    const begun = await at.login(lms);
    await openLogin(at);
    await openLogin(at);
    expect(await openLogin(at)).toMatchObject({ status: 429, code: 'request.too-many' });
    const check = await fetch(`${at.url}/lti/cookie/check`, {
      method: 'POST',
      headers: { origin: at.url, 'content-type': 'application/json', cookie: begun.cookie },
      body: JSON.stringify({ cookieKey: begun.state.slice(0, 8) }),
    });
    expect(await check.json()).toEqual({ arrived: true });
    expect(await launchAfter(at, begun)).toBe(303);
  });

  it('do not include the logins of platforms that nobody knows, which have their own limit', async () => {
    const at = await start({ failuresPerMinute: 2 });
    const guess = (): Promise<Page> => openLogin(at, 'https://unknown.example');
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([403, 403, 429]);
    expect((await openLogin(at)).status).toBe(200);
    expect((await at.post(wrongPost, '')).code).toBe('lti.state-unknown');
  });
});

describe('too many launches from one address', () => {
  it('are refused with a page, but no login', async () => {
    const at = await start({ launchesPerMinute: 1 });
    const [first, second] = [await at.login(lms), await at.login(lms)];
    expect([await launchAfter(at, first), await launchAfter(at, second)]).toEqual([303, 429]);
    expect((await openLogin(at)).status).toBe(200);
  });

  it('do not include refused ones, which have their own limit', async () => {
    const at = await start({ launchesPerMinute: 2, failuresPerMinute: 1 });
    const statuses = [await at.post(wrongPost, ''), await at.post(wrongPost, '')].map(({ status }) => status);
    expect(statuses).toEqual([401, 429]);
    expect((await openLogin(at, 'https://unknown.example')).code).toBe('lti.platform-unknown');
    expect(await launchAfter(at, await at.login(lms))).toBe(303);
  });
});

describe('a classroom of 300', () => {
  async function inGroups<Result>(count: number, work: (at: number) => Promise<Result>): Promise<Result[]> {
    const results: Result[] = [];
    for (let from = 0; from < count; from += 50) {
      const group = Array.from({ length: Math.min(50, count - from) }, (_, at) => work(from + at));
      results.push(...(await Promise.all(group)));
    }
    return results;
  }

  it('launches in the same minute as 1,200 logins of its address that come to nothing', async () => {
    const at = await start();
    const idle = await inGroups(1200, async () => (await openLogin(at)).status);
    expect(new Set(idle)).toEqual(new Set([200]));
    const launched = await inGroups(300, async (seat) => {
      const page = await at.launch(lms, { sub: `seat-${seat}` });
      return page.status;
    });
    expect(launched).toEqual(Array.from({ length: 300 }, () => 303));
  }, 180_000);
});
