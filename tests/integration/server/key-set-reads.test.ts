/** When an LMS last read our key set, and what `doctor` says of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPlatforms } from '../../../server/doctor/check-platforms.ts';
import { describeFinding } from '../../../server/doctor/describe-finding.ts';
import type { Finding } from '../../../server/doctor/finding.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lms.control({ command: 'clearFaults' });
  await bench.lms.control({ command: 'blockToolKeys', blocked: false });
});

describe('the last read of our key set', () => {
  const ref = async (): Promise<string> => {
    const [registration] = await bench.context.storage.platforms.listRegistrationsByIssuer(
      bench.lms.issuer,
      'client-1',
    );
    const { organisationId = '', platformId = '' } = registration ?? {};
    return (await bench.context.storage.platforms.find(organisationId, platformId))?.ref ?? '';
  };
  const read = async (path: string, agent: string): Promise<void> => {
    await fetch(`${bench.context.publicUrl}/lti/keys${path}`, { headers: { 'user-agent': agent } });
  };
  const moodle = 'MoodleBot/5.0 (+https://moodle.example.org)';

  it('is noted with the kind of reader and the family of its address, and nothing else', async () => {
    const platformRef = await ref();
    bench.wait(60_000);
    await read(`/${platformRef}`, moodle);
    expect(await bench.context.keyReads.find(platformRef)).toEqual({
      at: bench.now,
      reader: 'moodle',
      family: 4,
    });
    const rows = await bench.context.storage.ltiRows.find(
      'key-set-read',
      { platform: platformRef },
      bench.now,
    );
    expect(rows.map(({ value }) => value)).toEqual(['{"reader":"moodle","family":4}']);
  });

  it('is not a browser’s, and unknown references leave no trace', async () => {
    const platformRef = await ref();
    const before = await bench.context.keyReads.find(platformRef);
    bench.wait(60_000);
    await read(`/${platformRef}`, 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/153.0');
    for (let count = 0; count < 20; count += 1) await read(`/unknown-${count}`, moodle);
    expect(await bench.context.keyReads.find(platformRef)).toEqual(before);
    const all = await bench.context.storage.ltiRows.find('key-set-read', {}, bench.now);
    expect(all.every(({ index }) => !(index.platform ?? '').startsWith('unknown'))).toBe(true);
  });

  it('is noted once a second at most, since anybody may read it', async () => {
    const platformRef = await ref();
    bench.wait(60_000);
    await read(`/${platformRef}`, moodle);
    const first = bench.now;
    bench.wait(999);
    await read(`/${platformRef}`, 'LaterBot/1.0');
    expect(await bench.context.keyReads.find(platformRef)).toMatchObject({ at: first, reader: 'moodle' });
    bench.wait(1);
    await read(`/${platformRef}`, 'LaterBot/1.0');
    expect(await bench.context.keyReads.find(platformRef)).toMatchObject({ at: bench.now, reader: 'other' });
  });
});

describe('doctor', () => {
  async function examineAll(): Promise<readonly Finding[]> {
    const { storage } = bench.context;
    const [registration] = await storage.platforms.listRegistrationsByIssuer(bench.lms.issuer, 'client-1');
    if (registration === undefined) throw new Error('no registration');
    const platform = await storage.platforms.find(registration.organisationId, registration.platformId);
    if (platform === undefined) throw new Error('no platform');
    return checkPlatforms(bench.context, [{ platform, registrations: [registration] }]);
  }
  async function examine(): Promise<unknown> {
    const [found] = await examineAll();
    return found;
  }

  it('makes a real token request, and says when our keys were last read', async () => {
    bench.wait(60_000);
    await bench.lms.control({ command: 'blockToolKeys', blocked: false });
    expect(await examine()).toMatchObject({
      state: 'ok',
      code: 'platform.fine',
      params: { readAt: new Date(bench.now).toISOString().slice(0, 16), reader: 'IPv4' },
    });
  });

  it('says that Moodle can’t read our keys, and which settings to change', async () => {
    await bench.lms.control({ command: 'blockToolKeys', blocked: true });
    bench.wait(60_000);
    const { hostname: host, port } = new URL(bench.context.publicUrl);
    expect(await examine()).toMatchObject({
      state: 'act',
      code: 'platform.keys-unread',
      params: { product: 'moodle', host, port, said: '404' },
    });
    const [found] = await examineAll();
    if (found === undefined) throw new Error('nothing found');
    const field = /Public keyset.*\/lti\/keys\/[\w-]+/;
    expect([describeFinding('fr', found).todo, describeFinding('en', found).todo]).toEqual([
      expect.stringMatching(field),
      expect.stringMatching(field),
    ]);
  });

  it('says that no deployment is approved after the only one was revoked', async () => {
    bench.wait(60_000);
    const { storage } = bench.context;
    const [registration] = await storage.platforms.listRegistrationsByIssuer(bench.lms.issuer, 'client-1');
    if (registration === undefined) throw new Error('no registration');
    const { organisationId, id } = registration;
    const known = await storage.platforms.listDeployments(organisationId, registration.platformId, {
      limit: 9,
    });
    const revoked = known.filter(
      ({ registrationId, status }) => registrationId === id && status === 'approved',
    );
    const setAll = async (status: 'approved' | 'revoked'): Promise<void> => {
      for (const { deploymentId } of revoked)
        await storage.platforms.setDeploymentStatus(organisationId, id, deploymentId, status);
    };
    expect((await examineAll()).map(({ code }) => code)).not.toContain('platform.no-deployments');
    await setAll('revoked');
    expect((await examineAll()).map(({ code }) => code)).toContain('platform.no-deployments');
    await setAll('approved');
  });

  it('tells a busy LMS from one that can’t read our keys', async () => {
    bench.wait(60_000);
    await bench.lms.control({ command: 'failNext', count: 1, status: 503, service: 'token' });
    expect(await examine()).toMatchObject({ state: 'act', code: 'platform.token-unreachable' });
  });
});
