import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TokenOutcome } from '../../../../lti/engine/access-tokens.ts';
import { createGrades, getServiceUrl } from '../../../../lti/services/grades.ts';
import type { Grades, ScoreToSend } from '../../../../lti/services/grades.ts';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const now = Date.UTC(2026, 10, 24, 22, 38, 56, 257);
let answers: Answer[];
let seen: Seen[];
let token: TokenOutcome;
let forgotten: number;
let score: ScoreToSend;
let grades: Grades;
let close: () => Promise<void>;

beforeEach(async () => {
  [answers, seen, forgotten] = [[], [], 0];
  token = { ok: true, token: 'the-token' };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const answer = answers.shift() ?? { status: 500 };
      if (answer.status !== 0) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  grades = createGrades({
    accessTokens: {
      get: () => Promise.resolve(token),
      forget: () => {
        forgotten += 1;
        return Promise.resolve();
      },
    },
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 300 }),
    clock: () => now,
  });
  score = {
    client: { issuer: 'https://lms.example', clientId: 'c' },
    family: 'moodle',
    lineItemUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/2/lineitems/2/lineitem?type_id=1`,
    userId: '4',
    scoreGiven: 73,
    scoreMaximum: 100,
    comment: 'Points observés : 3/4.',
    isNewAttempt: true,
  };
});

afterEach(() => close());

const refused = (because: string, status: number): object => ({
  kind: 'refused',
  because,
  detail: `status ${status}`,
});
const busy = (status: number, mayBeDone: boolean, afterMs: number | null = null): object => ({
  kind: 'retry',
  because: 'busy',
  mayBeDone,
  afterMs,
  detail: `status ${status}`,
});

describe('a score', () => {
  it('is final, stamped when it is sent, with Moodle’s exact media type and its query kept', async () => {
    answers = [{ status: 200 }];
    expect(await grades.sendScore(score)).toEqual({ kind: 'sent' });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/2/lineitems/2/lineitem/scores?type_id=1' });
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'application/vnd.ims.lis.v1.score+json',
      authorization: 'Bearer the-token',
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      userId: '4',
      scoreGiven: 73,
      scoreMaximum: 100,
      comment: 'Points observés : 3/4.',
      timestamp: '2026-11-24T22:38:56.257Z',
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    });
  });

  it('has a comment that reads the same as plain text and as HTML, whatever it contains', async () => {
    answers = [{ status: 200 }];
    await grades.sendScore({ ...score, comment: 'x<y\net <b>gras</b>' });
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ comment: 'x< y et < b>gras< /b>' });
  });

  it.each([
    [{ status: 200 }, { kind: 'sent' }],
    [{ status: 201 }, { kind: 'sent' }],
    [{ status: 204 }, { kind: 'sent' }],
    [{ status: 409 }, { kind: 'conflict', detail: 'status 409' }],
    [{ status: 400, body: '[]' }, refused('person', 400)],
    [{ status: 422 }, refused('person', 422)],
    [{ status: 403 }, refused('other', 403)],
    [{ status: 410 }, refused('item-gone', 410)],
    [
      { status: 302, headers: { location: '/x' } },
      { kind: 'refused', because: 'address', detail: 'redirected' },
    ],
    [
      { status: 500, body: '[]' },
      { kind: 'locked', detail: 'status 500' },
    ],
    [{ status: 500, body: '{"status":500}' }, busy(500, true)],
    [{ status: 502 }, busy(502, true)],
    [{ status: 429, headers: { 'retry-after': '7' } }, busy(429, false, 7000)],
    [
      { status: 503, headers: { 'retry-after': new Date(now + 90_000).toUTCString() } },
      busy(503, true, 89_743),
    ],
    [{ status: 429, headers: { 'retry-after': '1e300' } }, busy(429, false, 86_400_000)],
    [{ status: 429, headers: { 'retry-after': '0.0004' } }, busy(429, false, 0)],
    [{ status: 429, headers: { 'retry-after': 'soon' } }, busy(429, false)],
    [{ status: 403, headers: { 'x-rate-limit-remaining': '0.0' } }, busy(403, false)],
    [{ status: 403, body: '403 Forbidden (Rate Limit Exceeded)' }, busy(403, false)],
    [
      { status: 0 },
      { kind: 'retry', because: 'unreachable', mayBeDone: true, afterMs: null, detail: 'timed-out' },
    ],
  ] as [Answer, object][])('with the response %j has the outcome %j', async (answer, outcome) => {
    answers = [answer];
    expect(await grades.sendScore(score)).toEqual(outcome);
  });

  it.each([
    [{ status: 200, body: '[]' }, 'person'],
    [{ status: 404 }, 'item-gone'],
    [{ status: 410 }, 'item-gone'],
    [{ status: 503 }, 'other'],
  ] as const)(
    'with 404 is refused for the person, the line item or no known reason if its results are %j',
    async (results, because) => {
      answers = [{ status: 404 }, results];
      expect(await grades.sendScore(score)).toEqual(refused(because, 404));
      expect(seen[1]?.url).toContain('/results?');
    },
  );

  it('is sent again once with a new token after a 401', async () => {
    answers = [{ status: 401 }, { status: 200 }];
    expect(await grades.sendScore(score)).toEqual({ kind: 'sent' });
    expect([seen.length, forgotten]).toEqual([2, 1]);
    answers = [{ status: 401 }, { status: 401 }];
    expect(await grades.sendScore(score)).toEqual({ kind: 'unauthorized', detail: 'status 401' });
    expect([seen.length, forgotten]).toEqual([4, 3]);
  });

  it.each([
    ['refused', 'unauthorized'],
    ['unregistered', 'unauthorized'],
    ['unreachable', 'retry'],
    ['unreadable', 'retry'],
  ] as const)('is not sent if the token is %s', async (reason, kind) => {
    token = { ok: false, reason };
    expect(await grades.sendScore(score)).toMatchObject({ kind, detail: `token ${reason}` });
    expect(seen).toHaveLength(0);
  });

  it('is never sent over http to another machine', async () => {
    const outcome = await grades.sendScore({ ...score, lineItemUrl: 'http://lms.example/item' });
    expect(outcome).toEqual({ kind: 'refused', because: 'address', detail: 'address-refused' });
  });
});

describe('a service address', () => {
  it.each([
    ['https://lms.example/a/lineitem?type_id=1', 'https://lms.example/a/lineitem/scores?type_id=1'],
    ['https://lms.example/a/lineitem', 'https://lms.example/a/lineitem/scores'],
    ['https://lms.example/a/lineitem/?x=1&y=2', 'https://lms.example/a/lineitem/scores?x=1&y=2'],
  ])('for %s is %s', (item, expected) => {
    expect(getServiceUrl(item, 'scores')).toBe(expected);
  });
});

describe('a result', () => {
  it('is read in Moodle’s format', async () => {
    const body = JSON.stringify([
      { id: 'r', userId: '4', resultScore: 73.5, resultMaximum: 100, scoreOf: 'x' },
      { id: 'r', userId: 5, resultScore: 1 },
    ]);
    answers = [{ status: 200, body }];
    expect(await grades.readResult(score)).toEqual({ kind: 'read', score: 73.5, maximum: 100 });
    expect(seen[0]?.url).toBe('/2/lineitems/2/lineitem/results?type_id=1&user_id=4');
    expect(seen[0]?.headers.accept).toBe('application/vnd.ims.lis.v2.resultcontainer+json');
  });

  it.each([
    ['[]', { kind: 'read', score: null, maximum: null }],
    ['[{"userId":"4"}]', { kind: 'read', score: null, maximum: null }],
    ['[{"userId":"4","resultScore":0,"resultMaximum":100}]', { kind: 'read', score: 0, maximum: 100 }],
    ['<html>', { kind: 'unreadable', detail: 'result unreadable' }],
  ])('%s is read as %j', async (body, outcome) => {
    answers = [{ status: 200, body }];
    expect(await grades.readResult(score)).toEqual(outcome);
  });

  it('is unreadable if the response is 404 without JSON', async () => {
    answers = [{ status: 404, body: '<html>' }];
    expect(await grades.readResult(score)).toEqual({ kind: 'unreadable', detail: 'status 404' });
  });
});
