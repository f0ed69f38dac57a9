import { z } from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvePlatform } from '../../../server/organisations/manage-platform.ts';
import { invitePlatform } from '../../../server/organisations/invite.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { LyingLms } from '../../support/lying-lms.ts';
import { toLoopback } from '../../../server/cli/demo-players/launch.ts';

const administrator = 2;
const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now());
});
afterAll(() => bench.close());

/** A page of the LMS or the tool as a browser sees it. */
async function open(
  url: string,
  form?: Readonly<Record<string, string>>,
  person = administrator,
): Promise<Response> {
  return fetch(toLoopback(url), {
    method: form === undefined ? 'GET' : 'POST',
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    redirect: 'manual',
    headers: { cookie: `bouleaux_person=${person}`, 'sec-fetch-dest': 'document' },
  });
}

function attribute(html: string, pattern: RegExp): string {
  const found = pattern.exec(html)?.[1];
  if (found === undefined) throw new Error(`no ${String(pattern)} in ${html}`);
  return found.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

/** The response to the login of an activity: its redirect, or the code of a refusal. */
async function login(cmid: number): Promise<{ readonly status: number; readonly code: string | null }> {
  const page = await (
    await open(`${bench.lms.publicUrl}/mod/lti/launch.php?id=${cmid}`, undefined, 4)
  ).text();
  const fields = [...page.matchAll(/<input[^>]*\sname="([^"]*)"[^>]*\svalue="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  );
  const answer = await open(
    attribute(page, /<form[^>]*\saction="([^"]*)"/),
    Object.fromEntries(fields) as Record<string, string>,
    4,
  );
  return { status: answer.status, code: /data-error="([^"]+)"/.exec(await answer.text())?.[1] ?? null };
}

it('an administrator connects an LMS by pasting one address, and it works once approved', async () => {
  const { storage, provider } = bench.context;
  const { registrationUrl } = await invitePlatform(bench.context, {
    name: 'École',
    expectedHost: new URL(bench.lms.publicUrl).host,
    withNames: false,
    platformRef: null,
    privateHosts: [],
    organisationId: null,
  });

  // The LMS opens the address in a frame, with its description and a pass.
  const adding = await open(`${bench.lms.publicUrl}/admin/tools/add`, { url: registrationUrl });
  const framed = attribute(await adding.text(), /<iframe[^>]*\ssrc="([^"]+)"/);
  expect(framed.startsWith(`${registrationUrl}?`)).toBe(true);

  // Looking, twice, registers nothing.
  for (let look = 0; look < 2; look += 1) {
    const asking = await open(framed);
    expect(asking.status).toBe(200);
    const text = await asking.text();
    expect(text).toContain(new URL(bench.lms.publicUrl).host);
    expect(text).toContain('École');
    expect(asking.headers.get('content-security-policy')).not.toContain('unsafe');
  }
  expect(await storage.platforms.listRegistrationsByIssuer(bench.lms.issuer)).toHaveLength(1);

  const query = Object.fromEntries(new URL(framed).searchParams);
  const done = await open(registrationUrl, query);
  expect(done.status).toBe(200);
  const donePage = await done.text();
  const script = attribute(donePage, /<script type="module" src="([^"]+)"/);
  const closing = await open(new URL(script, registrationUrl).href);
  expect(closing.headers.get('content-type')).toContain('javascript');
  expect(await closing.text()).toContain('org.imsglobal.lti.close');

  const registration = (await storage.platforms.listRegistrationsByIssuer(bench.lms.issuer)).find(
    ({ clientId }) => clientId !== 'client-1',
  );
  if (registration === undefined) throw new Error('not registered');
  expect(registration).toMatchObject({ active: false, family: 'moodle' });
  const platform = await storage.platforms.find(registration.organisationId, registration.platformId);
  if (platform === undefined) throw new Error('no platform');
  expect(platform.name).toBe('École');

  // In the LMS the tool is pending until its administrator activates it; here until ours approves.
  const tools = await (await open(`${bench.lms.publicUrl}/admin/tools`)).text();
  expect(tools).toContain(registration.clientId);
  await open(`${bench.lms.publicUrl}/admin/tools/activate`, { client: registration.clientId });
  expect(await login(2)).toEqual({ status: 403, code: 'lti.platform-inactive' });
  expect(await provider.accessTokens.get(registration, [scoreScope])).toMatchObject({ ok: false });

  const [approval] = await approvePlatform(bench.context, platform.ref);
  expect(approval?.registration.id).toBe(registration.id);
  expect(approval?.deploymentIds).toHaveLength(1);
  const learner = new ApiLearner(bench);
  await learner.launch(4);
  expect(learner.pagePath).toBe(`/play/${platform.ref}`);

  // A grade arrives with the new registration's own keys.
  const access = await provider.accessTokens.get(registration, [scoreScope]);
  if (!access.ok) throw new Error(access.reason);
  const [deployment = ''] = approval?.deploymentIds ?? [];
  const scores = `${bench.lms.serviceUrl}/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=${deployment}`;
  const posted = await fetch(scores, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${access.token}`,
      'content-type': 'application/vnd.ims.lis.v1.score+json',
    },
    body: JSON.stringify({
      userId: '4',
      scoreGiven: 80,
      scoreMaximum: 100,
      timestamp: new Date(bench.now).toISOString(),
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    }),
  });
  expect(posted.status).toBe(200);
  expect(bench.lms.gradebook()).toMatchObject([{ userId: 4, points: 80 }]);

  // The audit record names who did what; the clock does not advance here, so the order is undefined.
  const events = await storage.audit.list(registration.organisationId, { limit: 100 });
  expect(events.map(({ action, actor }) => `${actor.split(':', 1)[0] ?? ''} ${action}`).sort()).toEqual([
    'invitation platform.registered',
    'operator deployment.approved',
    'operator platform.added',
    'operator platform.approved',
    'operator platform.invited',
  ]);

  // The same address a second time leads nowhere.
  const again = await open(registrationUrl, query);
  expect(again.status).toBe(403);
  const told = await again.text();
  expect(told).toContain('data-error="registration.invitation-used"');
  expect(told).toMatch(/<h1>(?:Cette invitation a déjà servi|This invitation has already been used)<\/h1>/);
  expect(told).not.toMatch(/pas encore relié|not connected yet/);
});

it('a registration requests only the necessary scopes, with addresses that a strict LMS accepts', async () => {
  const shape = z.looseObject({
    redirect_uris: z.array(z.string()),
    initiate_login_uri: z.string(),
    jwks_uri: z.string(),
  });
  const lms = await LyingLms.start();
  lms.change = {
    scopes_supported: ['openid', scoreScope],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'canvas' },
  };
  const invitation = { expectedHost: null, platformRef: null, privateHosts: [], organisationId: null };
  for (const withNames of [false, true]) {
    const { registrationUrl } = await invitePlatform(bench.context, {
      ...invitation,
      name: 'Canvas',
      withNames,
    });
    lms.clientId = `canvas-${String(withNames)}`;
    const done = await open(registrationUrl, { openid_configuration: lms.configurationUrl });
    expect(done.status).toBe(200);
  }
  const [plain, named] = lms.registrations;
  const url = bench.context.publicUrl;
  expect(plain).toMatchObject({
    redirect_uris: [`${url}/lti/launch`],
    scope: scoreScope,
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: new URL(url).host,
      target_link_uri: `${url}/lti/launch`,
      claims: ['iss', 'sub'],
      'https://canvas.instructure.com/lti/privacy_level': 'anonymous',
      messages: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['assignment_selection', 'link_selection'] },
      ],
    },
  });
  const { initiate_login_uri: loginUri, jwks_uri: keySetUri } = shape.parse(plain);
  expect(loginUri).toMatch(new RegExp(`^${url}/lti/login/[\\w-]{36}$`));
  expect(keySetUri).toBe(loginUri.replace('/lti/login/', '/lti/keys/'));
  expect(named).toMatchObject({
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      'https://canvas.instructure.com/lti/privacy_level': 'name_only',
    },
  });
  await lms.close();
});

it('a registration asks for groups, histories and notices, each only if the LMS offers it', async () => {
  const groupsScope = 'https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly';
  const noticeScope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';
  const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
  const lms = await LyingLms.start();
  const invitation = { expectedHost: null, platformRef: null, privateHosts: [], organisationId: null };
  for (const [index, change] of [
    {
      scopes_supported: [scoreScope],
      [platformClaim]: {
        product_family_code: 'moodle',
        variables: ['User.id', 'Moodle.Person.userGroupIds', 'Context.id.history'],
      },
    },
    {
      scopes_supported: [scoreScope, groupsScope, noticeScope],
      [platformClaim]: { product_family_code: 'other' },
    },
  ].entries()) {
    lms.change = change;
    lms.clientId = `groups-${index}`;
    const { registrationUrl } = await invitePlatform(bench.context, {
      ...invitation,
      name: 'Groups',
      withNames: false,
    });
    expect((await open(registrationUrl, { openid_configuration: lms.configurationUrl })).status).toBe(200);
  }
  const [byVariable, byService] = lms.registrations;
  expect(byVariable).toMatchObject({
    scope: scoreScope,
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      custom_parameters: {
        numplus_groups: '$Moodle.Person.userGroupIds',
        numplus_course_history: '$Context.id.history',
      },
    },
  });
  expect(JSON.stringify(byVariable)).not.toContain('numplus_link_history');
  expect(byService).toMatchObject({ scope: `${scoreScope} ${groupsScope} ${noticeScope}` });
  expect(JSON.stringify(byService)).not.toContain('custom_parameters');
  await lms.close();
});

it('a Moodle that was connected by registration tells groups with each launch', async () => {
  await bench.lms.control({ command: 'setGroups', ways: { told: 'launch', members: { 5: ['31'] } } });
  const learner = new ApiLearner(bench);
  await learner.launch(5, 2);
  await bench.lms.control({ command: 'clearFaults' });
  const { storage, sessions } = bench.context;
  const { launch } = await sessions.authenticate(`Bearer ${learner.token}`);
  const { organisationId, resourceLinkId, personId } = launch;
  expect(await storage.groups.find(organisationId, resourceLinkId ?? '', personId ?? '')).toMatchObject({
    groupIds: ['31'],
  });
});
