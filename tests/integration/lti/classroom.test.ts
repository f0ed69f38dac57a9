/** A whole class, and a guesser, behind one address of a real tool with its usual limits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptAnswer } from '../../../server/contract/play.ts';
import type { Problem } from '../../../server/contract/session.ts';
import { TestLms } from '../../support/lti-lms.ts';
import { findFreePort } from '../../support/ports.ts';
import { addTestLms, launchToSession, loginAt } from '../../support/stub-launch.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const seats = 60;
let lms: TestLms;
let tool: ToolProcess;

beforeAll(async () => {
  lms = await TestLms.start();
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {});
  await addTestLms(tool, lms);
  await tool.start();
});

afterAll(async () => {
  await tool.remove();
  await lms.close();
});

/** A learner's way in: login, launch, session, and the first question of the page. */
async function enter(seat: string): Promise<number> {
  const session = await launchToSession(tool.localUrl, lms, seat);
  const headers = { authorization: `Bearer ${session.accessToken}` };
  const response = await fetch(`${tool.localUrl}/api/attempt`, { headers });
  // The contract's shape is what the status vouches for.
  const body = (await response.json()) as AttemptAnswer;
  if (response.status === 200 && body.attempt !== null) throw new Error('a new learner has an attempt');
  return response.status;
}

function enterAll(group: string): Promise<number[]> {
  return Promise.all(Array.from({ length: seats }, (_, seat) => enter(`${group}-${seat}`)));
}

const allIn = Array.from({ length: seats }, () => 200);

interface Guess {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: 'GET' | 'POST';
  readonly body?: string | URLSearchParams;
}

async function guess({ path, method = 'POST', ...rest }: Guess): Promise<{ status: number; text: string }> {
  const response = await fetch(tool.localUrl + path, { method, redirect: 'manual', ...rest });
  return { status: response.status, text: await response.text() };
}

const json = { 'content-type': 'application/json' };
const wrong = (at: number): string => `guess-${at}`.padEnd(43, 'x');
const guesses: Readonly<Record<string, (at: number) => Guess>> = {
  states: (at) => ({
    path: '/lti/launch',
    body: new URLSearchParams({ state: wrong(at), id_token: wrong(at) }),
  }),
  platforms: (at) => ({
    path: `/lti/login?iss=https://lms${at}.example&login_hint=1&target_link_uri=x`,
    method: 'GET',
  }),
  codes: (at) => ({ path: '/api/session', headers: json, body: JSON.stringify({ code: wrong(at) }) }),
  'refresh tokens': (at) => ({
    path: '/api/session/refresh',
    headers: json,
    body: JSON.stringify({ refreshToken: wrong(at) }),
  }),
};

/** Guesses until the response is "too many"; returns how many were tried first. */
async function guessUntilSlowed(make: (at: number) => Guess): Promise<{ tries: number; text: string }> {
  for (let at = 0; at < 1000; at += 1) {
    const { status, text } = await guess(make(at));
    if (status === 429) return { tries: at, text };
    expect(status).toBeLessThan(500);
  }
  throw new Error('never slowed down');
}

describe('a classroom behind one address', () => {
  it('launches at once, with one request for the platform’s keys', async () => {
    expect(await enterAll('first')).toEqual(allIn);
    expect(lms.keySetRequests).toBe(1);
  });

  it('launches four times more: 300 launches', async () => {
    for (const group of ['a', 'b', 'c', 'd']) expect(await enterAll(group)).toEqual(allIn);
  });
});

describe('a guesser at the same address as a classroom', () => {
  it.each(Object.entries(guesses))('is slowed down at %s', async (_name, make) => {
    const { tries, text } = await guessUntilSlowed(make);
    expect(tries).toBeLessThanOrEqual(120);
    expect(text).toContain('request.too-many');
  });

  it('sees the page about too many requests, with what to do', async () => {
    const { text } = await guessUntilSlowed(guesses.states ?? (() => ({ path: '/' })));
    expect(text).toContain('<main data-error="request.too-many"');
    expect(text).toContain('Attendez une minute.');
  });

  it('is slowed down for tokens too, each with its own login', async () => {
    const { state, nonce, cookie } = await loginAt(tool.localUrl, lms);
    const stranger = await TestLms.start();
    const claims = lms.claims(`${tool.publicUrl}/lti/launch`, nonce);
    const body = new URLSearchParams({ state, id_token: await stranger.sign(claims) });
    await stranger.close();
    expect((await guess({ path: '/lti/launch', headers: { cookie }, body })).status).toBe(429);
  });

  it('is slowed down for bearers', async () => {
    const { tries, text } = await guessUntilSlowed((at) => ({
      path: '/api/attempt',
      method: 'GET',
      headers: { authorization: `Bearer ${wrong(at)}` },
    }));
    expect(tries).toBeLessThanOrEqual(600);
    // Problem+json of the API.
    expect((JSON.parse(text) as Problem).code).toBe('request.too-many');
  });

  it('does not block the classroom: all sixty still launch', async () => {
    expect(await enterAll('after the guesses')).toEqual(allIn);
  });
});
