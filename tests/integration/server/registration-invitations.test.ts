/** How often an invitation works, for whom, and what it leaves alone. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { approvePlatform } from '../../../server/organisations/manage-platform.ts';
import { registerByInvitation } from '../../../server/organisations/register.ts';
import { limits, setUpRegistrationSite } from '../../support/registration-site.ts';

const site = setUpRegistrationSite();

describe('an invitation', () => {
  it('that was never issued, or is malformed, is unknown', async () => {
    for (const secret of ['x'.repeat(43), 'short', '..%2f..%2fkeys', `${'x'.repeat(43)}%00`]) {
      const page = await site.press(`/lti/register/${secret}`);
      expect(page).toMatchObject({ status: 404, outcome: 'registration.invitation-unknown' });
    }
    expect(site.lms.requests).toEqual([]);
  });

  it('works once: a second use is refused and changes nothing', async () => {
    const path = await site.invite();
    expect((await site.press(path)).outcome).toBe('done');
    site.lms.clientId = 'client-2';
    expect(await site.press(path)).toMatchObject({ status: 403, outcome: 'registration.invitation-used' });
    expect(await site.registrationCount()).toBe(1);
  });

  it('that two use at a time works for one', async () => {
    const path = await site.invite();
    const pages = await Promise.all([site.press(path), site.press(path), site.press(path)]);
    expect(pages.map(({ outcome }) => outcome).sort()).toEqual([
      'done',
      'registration.invitation-used',
      'registration.invitation-used',
    ]);
    expect(site.lms.registrations).toHaveLength(1);
    expect(await site.registrationCount()).toBe(1);
  });

  it('is started by one of many that found it open', async () => {
    const secret = (await site.invite()).split('/').at(-1) ?? '';
    const deps = { ...site.bench.context, allowInsecureLoopback: true, outgoing: limits };
    const request = {
      secret,
      configurationUrl: site.lms.configurationUrl,
      token: null,
      description: 'Un jeu',
    };
    // In one go, so that each looks before any of them begins: over HTTP the second finds it taken already.
    const outcomes = await Promise.all([1, 2, 3].map(() => registerByInvitation(deps, request)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(site.lms.registrations).toHaveLength(1);
  });

  it('expires after seven days', async () => {
    const path = await site.invite();
    site.bench.wait(7 * 24 * 3_600_000);
    expect(await site.press(path)).toMatchObject({ status: 403, outcome: 'registration.invitation-expired' });
    expect(site.lms.requests).toEqual([]);
  });

  it('for one host is refused to another, and remains valid for the right one', async () => {
    const path = await site.invite({ expectedHost: new URL(site.lms.url).host });
    const wrong = await site.press(path, 'https://evil.example/configuration');
    expect(wrong).toMatchObject({ status: 403, outcome: 'registration.host-unexpected' });
    expect((await site.press(path)).outcome).toBe('done');
  });

  it('is valid again after a temporary failure, and used up after a dishonest response', async () => {
    const kept = await site.invite();
    site.lms.answer = (_request, response) => response.writeHead(401).end('Token already used: eyJhbGci');
    const refused = await site.press(kept);
    expect(refused.outcome).toBe('registration.platform-refused');
    expect(refused.text).not.toContain('eyJhbGci');
    site.lms.answer = (_request, response) => response.end('{"client_id":{}}');
    expect((await site.press(kept)).outcome).toBe('registration.answer-incomplete');
    site.lms.answer = null;
    expect((await site.press(kept)).outcome).toBe('done');

    const spent = await site.invite();
    site.lms.change = { issuer: 'https://moodle.example' };
    expect((await site.press(spent)).outcome).toBe('registration.issuer-foreign');
    site.lms.change = {};
    site.lms.clientId = 'client-3';
    expect((await site.press(spent)).outcome).toBe('registration.invitation-used');
  });

  it('never overwrites addresses, keys and state of a known platform', async () => {
    expect((await site.press(await site.invite())).outcome).toBe('done');
    const { platforms } = site.bench.context.storage;
    const before = await platforms.listRegistrationsByIssuer(site.lms.url);
    site.lms.change = {
      token_endpoint: `${site.lms.url}/other-token`,
      jwks_uri: `${site.lms.url}/other-keys`,
    };
    expect((await site.press(await site.invite())).outcome).toBe('registration.already-known');
    expect(await platforms.listRegistrationsByIssuer(site.lms.url)).toEqual(before);
  });

  it('is registered once by two invitations at once, and the loser leaves no key', async () => {
    const waiting: ServerResponse[] = [];
    // Both are past every look-up when the first answer arrives.
    site.lms.answer = (_request, response) => {
      waiting.push(response);
      if (waiting.length < 2) return;
      for (const one of waiting) one.writeHead(201).end(JSON.stringify({ client_id: site.lms.clientId }));
    };
    const invitations = [await site.invite(), await site.invite()];
    const pages = await Promise.all(invitations.map((path) => site.press(path)));
    expect(pages.map(({ outcome }) => outcome).sort()).toEqual(['done', 'registration.already-known']);
    expect(await site.registrationCount()).toBe(1);
    const { ltiRows } = site.bench.context.storage;
    for (const collection of ['privatekey', 'publickey']) {
      const index = { platformUrl: site.lms.url, clientId: site.lms.clientId };
      expect(await ltiRows.find(collection, index, Date.now())).toHaveLength(1);
    }
    const statuses = await ltiRows.find('platformStatus', {}, Date.now());
    const known = new Set((await ltiRows.find('platform', {}, Date.now())).map(({ index }) => index.kid));
    expect(statuses.filter(({ index }) => !known.has(index.id))).toEqual([]);
  });

  it('gives a known platform another registration, even without a deployment in the response', async () => {
    expect((await site.press(await site.invite())).outcome).toBe('done');
    const { platforms } = site.bench.context.storage;
    const [first] = await platforms.listRegistrationsByIssuer(site.lms.url);
    const platform = await platforms.find(first?.organisationId ?? '', first?.platformId ?? '');
    site.lms.clientId = 'client-2';
    site.lms.answer = (_request, response) => {
      const tool = { deployment_id: 7 };
      const answer = { client_id: 12, 'https://purl.imsglobal.org/spec/lti-tool-configuration': tool };
      response.end(JSON.stringify(answer));
    };
    site.bench.wait(1);
    const again = { platformRef: platform?.ref ?? '', privateHosts: ['moodle.intranet.example'] };
    expect((await site.press(await site.invite(again))).outcome).toBe('done');
    // What the operator allowed applies to the calls that follow, too.
    expect(await platforms.find(first?.organisationId ?? '', platform?.id ?? '')).toEqual({
      ...platform,
      privateHosts: ['moodle.intranet.example'],
    });
    const all = await platforms.listRegistrationsByIssuer(site.lms.url);
    expect(all.map(({ clientId, platformId, active }) => [clientId, platformId, active])).toEqual([
      ['client-1', platform?.id, false],
      ['12', platform?.id, false],
    ]);
    const deployments = await platforms.listDeployments(first?.organisationId ?? '', platform?.id ?? '', {
      limit: 9,
    });
    expect(deployments.map(({ deploymentId, status }) => [deploymentId, status])).toEqual([['7', 'pending']]);

    // Of several that are inactive only the one that is meant wakes: another may have been ended on purpose.
    const ref = platform?.ref ?? '';
    await expect(approvePlatform(site.bench.context, ref)).rejects.toMatchObject({
      code: 'platform.ambiguous',
    });
    expect(
      (await approvePlatform(site.bench.context, ref, '12')).map(({ deploymentIds }) => deploymentIds),
    ).toEqual([['7']]);
    const awake = (await platforms.listRegistrationsByIssuer(site.lms.url)).map(({ active }) => active);
    expect(awake).toEqual([false, true]);
  });
});
