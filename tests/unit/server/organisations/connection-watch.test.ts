import { describe, expect, it } from 'vitest';
import type { TokenProbe } from '../../../../lti/engine/token-probe.ts';
import { createConnectionWatch } from '../../../../server/organisations/connection-watch.ts';
import type { KeyRead } from '../../../../server/organisations/key-reads.ts';
import type { Platform, PlatformsPort, Registration } from '../../../../server/storage/ports/platforms.ts';

const page: TokenProbe = { ok: false, status: 404, fault: null, error: null };
const launch = { organisationId: 'o', registrationId: 'r' };
const registration = { id: 'r', platformId: 'p', family: null } as Registration;

function watch(answers: readonly TokenProbe[], keysRead: KeyRead | null = null, startsAt = 0) {
  const time = { now: startsAt };
  let asked = 0;
  const connections = createConnectionWatch({
    publicUrl: 'https://tool.example.org',
    clock: () => time.now,
    provider: { probeToken: () => Promise.resolve(answers[asked++]) },
    keyReads: { note: () => Promise.resolve(), find: () => Promise.resolve(keysRead) },
    storage: {
      platforms: {
        findRegistration: () => Promise.resolve(registration),
        find: () => Promise.resolve({ id: 'p', ref: 'ref' } as Platform),
      } as unknown as PlatformsPort,
    },
  });
  return { connections, time, asked: () => asked };
}

describe('the watch of a connection', () => {
  it('shares one check between concurrent pages, and asks again soon after a problem', async () => {
    const { connections, time, asked } = watch([page, { ok: true }]);
    const found = await Promise.all([1, 2, 3].map(() => connections.findKeysUnread(launch)));
    expect(found).toEqual(Array(3).fill({ product: 'moodle', host: 'tool.example.org', port: '443' }));
    expect(asked()).toBe(1);
    time.now += 14_999;
    expect(await connections.findKeysUnread(launch)).not.toBeNull();
    time.now += 1;
    expect(await connections.findKeysUnread(launch)).toBeNull();
    time.now += 599_999;
    expect(await connections.findKeysUnread(launch)).toBeNull();
    expect(asked()).toBe(2);
  });

  it.each<[string, TokenProbe, KeyRead | null, boolean]>([
    ['a page, and the keys were never read', page, null, true],
    ['a page, and the keys were read long ago', page, { at: 1, reader: 'moodle', family: 4 }, true],
    ['a page, although the keys were just read', page, { at: 99_999, reader: 'moodle', family: 4 }, false],
    [
      'an OAuth error of an LMS that knows the keys',
      { ...page, error: 'invalid_client' },
      { at: 1, reader: 'other', family: 6 },
      false,
    ],
    [
      'an OAuth error of an LMS that never read them',
      { ...page, status: 400, error: 'invalid_client' },
      null,
      true,
    ],
    ['no answer', { ...page, status: null, fault: 'unreachable' }, null, false],
    ['too many requests', { ...page, status: 429 }, null, false],
    ['a scope that is not allowed', { ...page, status: 400, error: 'invalid_scope' }, null, false],
  ])('judges %s', async (_case, answer, keysRead, isUnread) => {
    const { connections } = watch([answer], keysRead, 100_000);
    expect((await connections.findKeysUnread(launch)) !== null).toBe(isUnread);
  });
});
