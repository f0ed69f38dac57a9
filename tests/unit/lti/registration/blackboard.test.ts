/**
 * Blackboard's developer portal describes itself in its own way. Source of all of it: its article 000090618, "Issues
 * with Dynamic Registration for LTI in the Developer Portal" (April 2025), which prints the JSON and names its faults:
 * the issuer of the portal instead of that of launches, no `version`, RS512, no course list among the scopes, a message
 * with a name of its own. The article shows the issuer as it should be; the fixture has the one that it describes. It
 * also prints `URL` for https://purl.imsglobal.org. The token in the address is a placeholder.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { GuardedFetch } from '../../../../lti/net/guarded-fetch.ts';
import {
  describePlatform,
  type PlatformDescription,
  requestRegistration,
} from '../../../../lti/registration/registration.ts';
import { createRegistrationRequest } from '../../../../lti/registration/registration-request.ts';

const file = join(import.meta.dirname, '../../../support/lms-descriptions/blackboard.json');
const printed = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));
const portal = 'https://developer.blackboard.com';
const tool = {
  publicUrl: 'https://tool.example',
  platformRef: 'ref-1',
  name: 'NUM+',
  description: '',
  withNames: false,
};

/** The portal answers with `body`; the address of each request is noted. */
function answering(
  status: number,
  body: unknown,
  addresses: string[] = [],
): Parameters<typeof describePlatform>[0] {
  const guardedFetch: GuardedFetch = (url) => {
    addresses.push(url);
    return Promise.resolve({ ok: true, status, headers: new Headers(), body: JSON.stringify(body) });
  };
  const hosts = { isSameSite: () => false, namedHosts: [], allowInsecureLoopback: false };
  return { guardedFetch, hosts };
}

async function describeIt(change: Readonly<Record<string, unknown>> = {}): Promise<PlatformDescription> {
  const found = await describePlatform(
    answering(200, { ...printed, ...change }),
    `${portal}/api/v1/gateway/.well-known/openid-configuration`,
  );
  if (!found.ok) throw new Error(`${found.code} ${found.detail}`);
  return found;
}

it.each([portal, `${portal}/`, 'https://blackboard.com'])(
  'launches of Blackboard come from blackboard.com, even if its portal says %s',
  async (issuer) => {
    expect((await describeIt({ issuer })).issuer).toBe('https://blackboard.com');
  },
);

it('another host of the vendor is no way to its issuer', async () => {
  for (const issuer of ['https://learn.blackboard.com', 'https://blackboard.com.example']) {
    const refused = await describePlatform(answering(200, { ...printed, issuer }), `${portal}/configuration`);
    expect(refused).toMatchObject({ ok: false, code: 'registration.issuer-foreign' });
  }
  const elsewhere = await describePlatform(answering(200, printed), 'https://lms.example/configuration');
  expect(elsewhere).toMatchObject({ ok: false, code: 'registration.issuer-foreign' });
});

it('asks Blackboard for what it lists, and for no message that it does not know', async () => {
  const request = createRegistrationRequest(tool, await describeIt());
  const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';
  expect(request.scope).toBe(
    `${ags}/score ${ags}/lineitem ${ags}/result.readonly https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly`,
  );
  expect(request['https://purl.imsglobal.org/spec/lti-tool-configuration']).toMatchObject({
    messages: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest' }],
  });
  expect(JSON.stringify(request)).not.toContain('custom_parameters');
});

it('registers at the address with the token in it, and knows no deployment yet', async () => {
  const addresses: string[] = [];
  const answered = answering(200, { client_id: 'be1004de-6f8e-45b9-aae4-2c1370c24e1e' }, addresses);
  const client = await requestRegistration(answered, await describeIt(), { body: {}, token: null });
  expect(client).toEqual({
    ok: true,
    clientId: 'be1004de-6f8e-45b9-aae4-2c1370c24e1e',
    deploymentId: null,
  });
  expect(addresses).toEqual([printed.registration_endpoint]);
});
