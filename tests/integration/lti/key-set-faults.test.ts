/** A platform's key set that is down, slow, replaced or asked for too often, as a launch meets it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestLms } from '../../support/lti-lms.ts';
import type { TestTool } from '../../support/lti-tool.ts';
import { startTestTool } from '../../support/start-lti-tool.ts';

let lms: TestLms;
let tool: TestTool;

beforeEach(async () => {
  lms = await TestLms.start();
  tool = await startTestTool(lms, { keySetTimeoutMs: 200 });
});

afterEach(async () => {
  await tool.close();
  await lms.close();
});

describe('a launch whose platform’s key set', () => {
  it.each([
    ['is down', 'down', 'lti.key-set-unreachable'],
    ['never answers', 'hangs', 'lti.key-set-slow'],
    ['leads elsewhere', 'redirects', 'lti.key-set-unreachable'],
    ['is huge', 'huge', 'lti.key-set-unreachable'],
    ['is a page', 'not-json', 'lti.key-set-unreachable'],
  ] as const)(
    '%s is refused with a page, and works again once it is available',
    async (_name, mode, code) => {
      lms.keySetMode = mode;
      const page = await tool.launch(lms);
      expect([page.status, page.code]).toEqual([401, code]);
      expect(page.text).toContain('Attendez une minute.');
      lms.keySetMode = 'good';
      tool.time.offsetMs = 5_000;
      expect((await tool.launch(lms)).status).toBe(303);
    },
  );

  it('is down after it was read still works, without a request', async () => {
    expect((await tool.launch(lms)).status).toBe(303);
    lms.keySetMode = 'down';
    expect((await tool.launch(lms)).status).toBe(303);
    expect(lms.keySetRequests).toBe(1);
  });

  it('was replaced is accepted with the new key, and no longer with the old key', async () => {
    expect((await tool.launch(lms)).status).toBe(303);
    const lasting = { exp: Math.floor(Date.now() / 1000) + 600 };
    const before = await tool.login(lms);
    const oldToken = await lms.sign(lms.claims(tool.target, before.nonce, lasting));
    await lms.rotate('key-2');
    tool.time.offsetMs = 60_000;
    expect((await tool.launch(lms, lasting)).status).toBe(303);
    expect(lms.keySetRequests).toBe(2);
    const page = await tool.post({ state: before.state, id_token: oldToken }, before.cookie);
    expect(page.code).toBe('lti.key-unknown');
  });

  it('is requested at most once a minute, however many unknown keys are used', async () => {
    expect((await tool.launch(lms)).status).toBe(303);
    for (const minute of [0, 1, 2]) {
      tool.time.offsetMs = minute * 60_000 + 1_000;
      const pages = await Promise.all(
        Array.from({ length: 10 }, (_, at) => tool.launch(lms, {}, { kid: `guess-${minute}-${at}` })),
      );
      expect(new Set(pages.map(({ code }) => code))).toEqual(new Set(['lti.key-unknown']));
      expect(lms.keySetRequests).toBe(minute + 1);
    }
  });

  it('has another key under the same id is accepted with that key, once a minute has passed', async () => {
    expect((await tool.launch(lms)).status).toBe(303);
    await lms.rotate('key-1');
    const early = await tool.launch(lms);
    expect([early.status, early.code]).toEqual([401, 'lti.signature-refused']);
    expect(lms.keySetRequests).toBe(1);
    tool.time.offsetMs = 60_000;
    const lasting = { exp: Math.floor(Date.now() / 1000) + 600 };
    const pages = await Promise.all(Array.from({ length: 10 }, () => tool.launch(lms, lasting)));
    expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(lms.keySetRequests).toBe(2);
  });

  it('is requested at most once a minute, however many signatures do not fit', async () => {
    const stranger = await TestLms.start();
    try {
      expect((await tool.launch(lms)).status).toBe(303);
      const forge = async (): Promise<string | null> => {
        const { state, nonce, cookie } = await tool.login(lms);
        const claims = lms.claims(tool.target, nonce, { exp: Math.floor(Date.now() / 1000) + 600 });
        return (await tool.post({ state, id_token: await stranger.sign(claims) }, cookie)).code;
      };
      for (const minute of [0, 1, 2]) {
        tool.time.offsetMs = minute * 60_000 + 1_000;
        const codes = await Promise.all(Array.from({ length: 10 }, forge));
        expect(new Set(codes)).toEqual(new Set(['lti.signature-refused']));
        expect(lms.keySetRequests).toBe(minute + 1);
      }
    } finally {
      await stranger.close();
    }
  });

  it('is down while a signature does not fit refuses that launch only', async () => {
    expect((await tool.launch(lms)).status).toBe(303);
    const stranger = await TestLms.start();
    try {
      lms.keySetMode = 'down';
      tool.time.offsetMs = 60_000;
      const lasting = { exp: Math.floor(Date.now() / 1000) + 600 };
      const { state, nonce, cookie } = await tool.login(lms);
      const forged = await stranger.sign(lms.claims(tool.target, nonce, lasting));
      expect((await tool.post({ state, id_token: forged }, cookie)).code).toBe('lti.signature-refused');
      expect((await tool.launch(lms, lasting)).status).toBe(303);
    } finally {
      await stranger.close();
    }
  });
});
