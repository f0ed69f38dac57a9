import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/base/errors.ts';
import { readPage } from '../../support/lti-tool.ts';
import { startForFile, startTestTool } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

describe('state, nonce and browser', () => {
  it('refuses a nonce swapped between two logins of the same browser', async () => {
    const [first, second] = [await tool.login(lms), await tool.login(lms)];
    const idToken = await lms.sign(lms.claims(tool.target, second.nonce));
    const page = await tool.post(
      { state: first.state, id_token: idToken },
      `${first.cookie}; ${second.cookie}`,
    );
    expect(page.code).toBe('lti.nonce-mismatch');
  });

  it('accepts exactly one of twenty parallel posts of the same token', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => tool.post({ state, id_token: idToken }, cookie)),
    );
    expect(pages.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(pages.filter(({ code }) => code === 'lti.state-unknown')).toHaveLength(19);
  });

  it('refuses a token that was used before, with a new state', async () => {
    const first = await tool.login(lms);
    const idToken = await lms.sign(lms.claims(tool.target, first.nonce));
    expect((await tool.post({ state: first.state, id_token: idToken }, first.cookie)).status).toBe(303);
    const second = await tool.login(lms);
    const page = await tool.post({ state: second.state, id_token: idToken }, second.cookie);
    expect(page.code).toBe('lti.nonce-mismatch');
  });

  it('refuses a state from another browser, and consumes the state', async () => {
    const victim = await tool.login(lms);
    const attacker = await tool.login(lms);
    const idToken = await lms.sign(lms.claims(tool.target, attacker.nonce));
    const lured = { state: attacker.state, id_token: idToken };
    expect((await tool.post(lured, victim.cookie)).code).toBe('lti.cookie-missing');
    expect((await tool.post(lured, attacker.cookie)).code).toBe('lti.state-unknown');
  });

  it('refuses a cookie with the right name and another secret', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const other = await tool.login(lms);
    const forged = `${cookie.split('=')[0] ?? ''}=${other.cookie.split('=')[1] ?? ''}`;
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    expect((await tool.post({ state, id_token: idToken }, forged)).code).toBe('lti.browser-mismatch');
  });

  it('asks for a new window if the browser did not send the cookie', async () => {
    const { state, nonce } = await tool.login(lms);
    const page = await tool.post({ state, id_token: await lms.sign(lms.claims(tool.target, nonce)) }, '');
    expect(page.code).toBe('lti.cookie-missing');
    expect(page.text).toContain('nouvelle fenêtre');
    expect(page.text).toContain('new window');
  });

  it('refuses a login that is older than ten minutes', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    tool.time.offsetMs = 10 * 60_000 + 1;
    expect((await tool.post({ state, id_token: idToken }, cookie)).code).toBe('lti.state-unknown');
  });

  it('refuses a state that was never issued', async () => {
    const idToken = await lms.sign(lms.claims(tool.target, 'x'));
    expect((await tool.post({ state: 'y'.repeat(43), id_token: idToken }, '')).code).toBe(
      'lti.state-unknown',
    );
  });

  it('shows the platform’s own error plainly and consumes the state', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const page = await tool.post(
      { error: 'access_denied', error_description: '<b>secret</b>', state },
      cookie,
    );
    expect([page.status, page.code]).toEqual([400, 'lti.platform-error']);
    expect(page.text).not.toContain('secret');
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    expect((await tool.post({ state, id_token: idToken }, cookie)).code).toBe('lti.state-unknown');
  });
});

describe('the protocol engine', () => {
  it('decides last: a launch that it refuses is refused', async () => {
    const strict = await startTestTool(lms, {
      agree: () => Promise.resolve({ agreed: false, reason: 'NONCE_ALREADY_RECEIVED' }),
    });
    const page = await strict.launch(lms);
    expect([page.status, page.code]).toEqual([401, 'lti.engine-disagrees']);
    expect(strict.log.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ detail: 'NONCE_ALREADY_RECEIVED' }),
    );
    await strict.close();
  });

  it('blames nobody for a database that fails under it, and takes the next launch', async () => {
    let calls = 0;
    let failsAt = 0;
    const troubled = await startTestTool(lms, {
      beforeRows: () => {
        calls += 1;
        if (calls === failsAt) throw new AppError('storage.unavailable', { reason: 'no-primary' });
      },
    });
    calls = 0;
    expect((await troubled.launch(lms)).status).toBe(303);
    const reads = calls;
    expect(reads).toBeGreaterThan(0);
    for (let at = 1; at <= reads; at += 1) {
      [calls, failsAt] = [0, at];
      const page = await troubled.launch(lms);
      expect([at, page.status, page.code]).toEqual([at, 503, 'storage.unavailable']);
      expect(page.text).toContain('Wait a minute.');
      failsAt = 0;
      expect((await troubled.launch(lms)).status).toBe(303);
    }
    await troubled.close();
  });
});

describe('an invalid login', () => {
  const login = (params: Record<string, string>, path = '/lti/login'): Promise<Response> =>
    fetch(`${tool.url}${path}?${new URLSearchParams(params).toString()}`, { redirect: 'manual' });
  const good = (): Record<string, string> => ({
    iss: lms.issuer,
    login_hint: '4',
    target_link_uri: tool.target,
  });

  it.each([
    ['an unknown platform', () => ({ ...good(), iss: 'https://unknown.example' }), 'lti.platform-unknown'],
    ['an unknown client', () => ({ ...good(), client_id: 'client-2' }), 'lti.platform-unknown'],
    [
      'a foreign target',
      () => ({ ...good(), target_link_uri: 'https://evil.example/' }),
      'lti.target-foreign',
    ],
    ['an odd path', () => ({ ...good(), target_link_uri: `${tool.url}/api/session` }), 'lti.target-foreign'],
    [
      'a target with a user in it',
      () => ({ ...good(), target_link_uri: tool.target.replace('://', '://a:b@') }),
      'lti.target-foreign',
    ],
    ['no login hint', () => ({ iss: lms.issuer, target_link_uri: tool.target }), 'lti.login-incomplete'],
    ['an issuer too long', () => ({ ...good(), iss: 'x'.repeat(3000) }), 'lti.login-incomplete'],
  ])('is refused: %s', async (_name, params, code) => {
    expect((await readPage(await login(params()))).code).toBe(code);
  });

  it('is refused if the path is another platform’s', async () => {
    expect((await readPage(await login(good(), '/lti/login/ref-2'))).code).toBe('lti.platform-unknown');
  });
});

describe('many launches at a time', () => {
  it('let a classroom of sixty in from one address', async () => {
    const strict = await startTestTool(lms, { failuresPerMinute: 120 });
    const before = lms.keySetRequests;
    const pages = await Promise.all(
      Array.from({ length: 60 }, (_, seat) => strict.launch(lms, { sub: `seat-${seat}` })),
    );
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 303));
    expect(lms.keySetRequests - before).toBe(1);
    await strict.close();
  });

  it('slow a guesser down', async () => {
    const strict = await startTestTool(lms, { failuresPerMinute: 5 });
    const pages = [];
    for (let guess = 0; guess < 7; guess += 1) {
      pages.push(
        await strict.post({ state: `guess-${'x'.repeat(30)}${guess}`, id_token: 'x'.repeat(50) }, ''),
      );
    }
    expect(pages.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(pages[6]?.code).toBe('request.too-many');
    await strict.close();
  });
});
