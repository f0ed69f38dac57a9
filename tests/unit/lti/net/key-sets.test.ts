import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import { createKeySets } from '../../../../lti/net/key-sets.ts';
import type { KeySets } from '../../../../lti/net/key-sets.ts';
import { TestLms } from '../../../support/lti-lms.ts';

const minuteMs = 60_000;
let lms: TestLms;
let keySets: KeySets;
let now: number;

beforeEach(async () => {
  lms = await TestLms.start();
  now = 1_000_000_000_000;
  keySets = createKeySets({
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 200 }),
    clock: () => now,
  });
});

afterEach(async () => {
  await lms.close();
});

const find = async (kid: string, keySetUrl = lms.keySetUrl): Promise<string> => {
  const found = await keySets.find(
    { registrationId: 'r', issuer: lms.issuer, clientId: lms.clientId, keySetUrl },
    kid,
  );
  return found.ok ? found.key.jwk.kid : found.code;
};

describe('key sets', () => {
  it('are fetched once for fifty concurrent launches, and cached for ten minutes', async () => {
    await Promise.all(Array.from({ length: 50 }, () => find('key-1')));
    now += 10 * minuteMs - 1;
    expect(await find('key-1')).toBe('key-1');
    expect(lms.keySetRequests).toBe(1);
    now += 1;
    await find('key-1');
    expect(lms.keySetRequests).toBe(2);
  });

  it('are fetched again for an unknown kid, at most once a minute', async () => {
    await find('key-1');
    await lms.rotate('key-2');
    // Too soon after the last fetch: a guesser must not make us ask.
    expect(await find('key-2')).toBe('lti.key-unknown');
    expect(lms.keySetRequests).toBe(1);
    now += minuteMs;
    expect(await find('key-2')).toBe('key-2');
    expect(lms.keySetRequests).toBe(2);
    await Promise.all(Array.from({ length: 20 }, (_, at) => find(`guess-${at}`)));
    expect(lms.keySetRequests).toBe(2);
  });

  it('that cannot be fetched again are used until they expire', async () => {
    await find('key-1');
    lms.keySetMode = 'down';
    now += minuteMs;
    expect(await find('unknown')).toBe('lti.key-set-unreachable');
    expect(await find('key-1')).toBe('key-1');
    // Nor does a guesser make us ask the more often for it.
    await find('guess-1');
    await find('guess-2');
    expect(lms.keySetRequests).toBe(2);
    lms.keySetMode = 'good';
    await lms.rotate('key-2');
    now += minuteMs;
    expect(await find('key-2')).toBe('key-2');
  });

  it.each([
    ['down', 'lti.key-set-unreachable'],
    ['hangs', 'lti.key-set-slow'],
    ['redirects', 'lti.key-set-unreachable'],
    ['huge', 'lti.key-set-unreachable'],
    ['not-json', 'lti.key-set-unreachable'],
  ] as const)(
    'are unavailable if the platform is %s (%s), and fetched again after a pause',
    async (mode, code) => {
      lms.keySetMode = mode;
      expect(await find('key-1')).toBe(code);
      lms.keySetMode = 'good';
      expect(await find('key-1')).toBe(code);
      now += 5_000;
      expect(await find('key-1')).toBe('key-1');
    },
  );

  it.each(['http://keys.example/jwks', 'file:///etc/passwd', 'https://a:b@keys.example/jwks', 'nonsense'])(
    'are not fetched from %s',
    async (address) => {
      expect(await find('key-1', address)).toBe('lti.key-set-unreachable');
    },
  );

  it('are not fetched over http, even on loopback, if that is not allowed', async () => {
    keySets = createKeySets({
      guardedFetch: createGuardedFetch({ allowInsecureLoopback: false }),
      clock: () => now,
    });
    expect(await find('key-1')).toBe('lti.key-set-unreachable');
    expect(lms.keySetRequests).toBe(0);
  });
});
