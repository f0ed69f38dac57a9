import { describe, expect, it } from 'vitest';
import type { Problem, SessionAnswer } from '../../../server/contract/session.ts';
import { readCode } from '../../support/lti-tool.ts';
import { names } from '../../support/lti-lms.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const minuteMs = 60_000;
const { lms, tool } = await startForFile({ failuresPerMinute: 1000 });

async function launchCode(): Promise<string> {
  return readCode(await tool.launch(lms));
}

async function openSession(): Promise<SessionAnswer> {
  return tool.openSession(await tool.launch(lms));
}

async function post(
  path: string,
  body: string,
): Promise<{ status: number; json: Partial<SessionAnswer & Problem> }> {
  const headers = { 'content-type': 'application/json', cookie: tool.cookies };
  const response = await fetch(tool.url + path, { method: 'POST', headers, body });
  return { status: response.status, json: (await response.json()) as Partial<SessionAnswer & Problem> };
}

const isGood = async (token: string): Promise<boolean> =>
  tool.sessions.authenticate(`Bearer ${token}`).then(
    () => true,
    () => false,
  );
const expired = { code: 'session.expired' };

describe('the code of a launch', () => {
  it('opens one session over HTTP, and only once', async () => {
    const body = JSON.stringify({ code: await launchCode() });
    const first = await post('/api/session', body);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({
      expiresInS: 900,
      contractVersion: 1,
      page: 'play',
      language: 'fr',
    });
    const second = await post('/api/session', body);
    expect([second.status, second.json.code]).toEqual([401, 'session.expired']);
  });

  it('opens one session for twenty parallel requests', async () => {
    const code = await launchCode();
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => tool.sessions.open(code, tool.cookies)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('expires after a minute', async () => {
    const code = await launchCode();
    tool.time.offsetMs = minuteMs + 1;
    await expect(tool.sessions.open(code, tool.cookies)).rejects.toMatchObject(expired);
  });

  it.each([
    ['not JSON', '{"code":', 'request.not-json', 400],
    ['an object as code', '{"code":{"$ne":""}}', 'request.invalid', 400],
    ['no body', '', 'request.invalid', 400],
    ['10 MB', JSON.stringify({ code: 'x'.repeat(10 * 1024 * 1024) }), 'request.too-large', 413],
  ])('is refused as %s', async (_name, body, code, status) => {
    const answer = await post('/api/session', body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe('the mark of a person', () => {
  const markOf = async (sub: string, id = 'link-1'): Promise<string> => {
    const page = await tool.launch(lms, { sub, [names.resourceLink]: { id } });
    return (await tool.openSession(page)).personMark;
  };

  it('is the same in each session of a person, whatever they open, and differs between people', async () => {
    const nadia = await markOf('nadia');
    expect(await markOf('nadia', 'link-2')).toBe(nadia);
    expect(await markOf('paul')).not.toBe(nadia);
    const opened = await tool.openSession(await tool.launch(lms, { sub: 'nadia' }));
    expect((await tool.sessions.refresh(opened.refreshToken)).personMark).toBe(nadia);
  });
});

describe('the bearer token', () => {
  it('expires after fifteen minutes', async () => {
    const { accessToken } = await openSession();
    tool.time.offsetMs = 15 * minuteMs - 1000;
    expect(await isGood(accessToken)).toBe(true);
    tool.time.offsetMs = 15 * minuteMs + 1000;
    expect(await isGood(accessToken)).toBe(false);
  });

  it('is valid until its own end after a renewal, as is the new one', async () => {
    const first = await openSession();
    tool.time.offsetMs = 14 * minuteMs;
    const second = await tool.sessions.refresh(first.refreshToken);
    expect([await isGood(first.accessToken), await isGood(second.accessToken)]).toEqual([true, true]);
    tool.time.offsetMs = 16 * minuteMs;
    expect([await isGood(first.accessToken), await isGood(second.accessToken)]).toEqual([false, true]);
  });

  it.each([
    '',
    'Basic abc',
    'Bearer ',
    'Bearer x y',
    `Bearer ${'x'.repeat(43)}`,
    `Bearer ${'x'.repeat(5000)}`,
  ])('is refused as %j', async (header) => {
    await expect(tool.sessions.authenticate(header)).rejects.toMatchObject(expired);
  });

  it('is not accepted as a refresh token, nor the other way round', async () => {
    const { accessToken, refreshToken } = await openSession();
    expect(await isGood(refreshToken)).toBe(false);
    await expect(tool.sessions.refresh(accessToken)).rejects.toMatchObject(expired);
  });
});

describe('the refresh token', () => {
  it('gives the same pair for repeats within thirty seconds, however many and at a time', async () => {
    const { refreshToken } = await openSession();
    const [first, ...repeats] = await Promise.all(
      Array.from({ length: 10 }, () => tool.sessions.refresh(refreshToken)),
    );
    tool.time.offsetMs = 29_000;
    repeats.push(await tool.sessions.refresh(refreshToken));
    expect(new Set(repeats.map((pair) => pair.refreshToken))).toEqual(new Set([first?.refreshToken]));
    expect(first?.refreshToken).not.toBe(refreshToken);
    expect(await isGood(first?.accessToken ?? '')).toBe(true);
  });

  it('ends the whole family if it is used again later', async () => {
    const first = await openSession();
    const second = await tool.sessions.refresh(first.refreshToken);
    tool.time.offsetMs = 31_000;
    await expect(tool.sessions.refresh(first.refreshToken)).rejects.toMatchObject(expired);
    await expect(tool.sessions.refresh(second.refreshToken)).rejects.toMatchObject(expired);
    expect(await isGood(second.accessToken)).toBe(false);
  });

  it('ends the family if one from two renewals ago is used', async () => {
    const first = await openSession();
    const second = await tool.sessions.refresh(first.refreshToken);
    const third = await tool.sessions.refresh(second.refreshToken);
    await expect(tool.sessions.refresh(first.refreshToken)).rejects.toMatchObject(expired);
    expect(await isGood(third.accessToken)).toBe(false);
  });

  it('expires after four hours without use', async () => {
    const { refreshToken } = await openSession();
    tool.time.offsetMs = 4 * 60 * minuteMs + 1000;
    await expect(tool.sessions.refresh(refreshToken)).rejects.toMatchObject(expired);
  });

  it('expires after twelve hours, however much it is used', async () => {
    let pair = await openSession();
    for (let hour = 3; hour < 12; hour += 3) {
      tool.time.offsetMs = hour * 60 * minuteMs;
      pair = await tool.sessions.refresh(pair.refreshToken);
    }
    tool.time.offsetMs = 12 * 60 * minuteMs - 5 * minuteMs;
    pair = await tool.sessions.refresh(pair.refreshToken);
    expect(pair.expiresInS).toBeLessThanOrEqual(300);
    tool.time.offsetMs = 12 * 60 * minuteMs + 1000;
    await expect(tool.sessions.refresh(pair.refreshToken)).rejects.toMatchObject(expired);
    expect(await isGood(pair.accessToken)).toBe(false);
  });

  it('renews the session over HTTP', async () => {
    const { refreshToken } = await openSession();
    const answer = await post('/api/session/refresh', JSON.stringify({ refreshToken }));
    expect([answer.status, answer.json.page]).toEqual([200, 'play']);
  });
});

const hourMs = 60 * minuteMs;

describe('a session renewed under a wrong clock', () => {
  it('three hours ahead has no bearer of three hours, but is renewed once the clock is right', async () => {
    const first = await openSession();
    tool.time.offsetMs = 3 * hourMs;
    const second = await tool.sessions.refresh(first.refreshToken);
    expect(await isGood(second.accessToken)).toBe(true);
    tool.time.offsetMs = 0;
    expect(await isGood(second.accessToken)).toBe(false);
    const third = await tool.sessions.refresh(second.refreshToken);
    expect(await isGood(third.accessToken)).toBe(true);
  });

  it('three hours ahead does not keep the earlier refresh token alive', async () => {
    const first = await openSession();
    tool.time.offsetMs = 3 * hourMs;
    await tool.sessions.refresh(first.refreshToken);
    tool.time.offsetMs = 0;
    await expect(tool.sessions.refresh(first.refreshToken)).rejects.toMatchObject(expired);
  });

  it('a day behind goes on once the clock is right', async () => {
    const first = await openSession();
    tool.time.offsetMs = -24 * hourMs;
    const second = await tool.sessions.refresh(first.refreshToken);
    tool.time.offsetMs = 0;
    const third = await tool.sessions.refresh(second.refreshToken);
    expect(await isGood(third.accessToken)).toBe(true);
  });

  it('still ends after twelve hours', async () => {
    let pair = await openSession();
    for (const hour of [3, -24, 3, 6, 9, 11]) {
      tool.time.offsetMs = hour * hourMs;
      pair = await tool.sessions.refresh(pair.refreshToken);
    }
    tool.time.offsetMs = 12 * hourMs + 1000;
    await expect(tool.sessions.refresh(pair.refreshToken)).rejects.toMatchObject(expired);
  });

  it('of two servers a few seconds apart is valid at both', async () => {
    tool.time.offsetMs = 20_000;
    const { accessToken } = await openSession();
    tool.time.offsetMs = 0;
    expect(await isGood(accessToken)).toBe(true);
  });
});

describe('« Quitter »', () => {
  it('ends the family, and a repeat changes nothing', async () => {
    const { accessToken, refreshToken } = await openSession();
    const leave = async (): Promise<number> =>
      (
        await fetch(`${tool.url}/api/session`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${accessToken}` },
        })
      ).status;
    expect([await leave(), await leave()]).toEqual([204, 204]);
    expect(await isGood(accessToken)).toBe(false);
    await expect(tool.sessions.refresh(refreshToken)).rejects.toMatchObject(expired);
  });
});
