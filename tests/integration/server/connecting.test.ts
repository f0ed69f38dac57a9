/** Invitations that approve by themselves, and what the last page of a registration says. */
import { afterAll, beforeAll, beforeEach, expect, it, describe } from 'vitest';
import { completeRegistration } from '../../../server/organisations/complete-registration.ts';
import { invitePlatform } from '../../../server/organisations/invite.ts';
import type { Registration } from '../../../server/storage/ports/platforms.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { LyingLms } from '../../support/lying-lms.ts';
import { toLoopback } from '../../../server/cli/demo-players/launch.ts';

const hour = 3_600_000;
const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.lms.control({ command: 'clearFaults' });
  await bench.lms.control({ command: 'blockToolKeys', blocked: false });
  // So that the newest registration is one.
  bench.wait(2_000);
});

function invite(
  expectedHost: string | null,
  more: { approves?: boolean; platformRef?: string } = {},
): Promise<{ registrationUrl: string; approvesUntil: number | null }> {
  return invitePlatform(bench.context, {
    name: 'École',
    expectedHost,
    withNames: false,
    platformRef: more.platformRef ?? null,
    privateHosts: [],
    organisationId: null,
    ...(more.approves === undefined ? {} : { approves: more.approves }),
  });
}

interface Page {
  readonly status: number;
  readonly text: string;
  /** `data-…` of main. */
  readonly facts: Readonly<Record<string, string>>;
}

async function send(
  url: string,
  { form, language = 'fr' }: { form?: Readonly<Record<string, string>>; language?: string } = {},
): Promise<Page> {
  const answer = await fetch(toLoopback(url), {
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    headers: { cookie: 'bouleaux_person=2', 'accept-language': language, 'sec-fetch-dest': 'document' },
  });
  const text = await answer.text();
  const main = /<main[^>]*>/.exec(text)?.[0] ?? '';
  const facts = Object.fromEntries(
    [...main.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return { status: answer.status, text: text.replaceAll('\u00a0', ' '), facts };
}

/** Adds the tool in the sandbox LMS by this address, up to the last page. */
async function register(registrationUrl: string, language = 'fr'): Promise<Page> {
  const adding = await send(`${bench.lms.publicUrl}/admin/tools/add`, { form: { url: registrationUrl } });
  const source = /<iframe[^>]*\ssrc="([^"]+)"/.exec(adding.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = Object.fromEntries(new URL(source).searchParams);
  return send(registrationUrl, { form, language });
}

async function newestRegistration(issuer = bench.lms.issuer): Promise<Registration> {
  const found = await bench.context.storage.platforms.listRegistrationsByIssuer(issuer);
  const newest = found.toSorted((one, other) => one.createdAt - other.createdAt).at(-1);
  if (newest === undefined) throw new Error('not registered');
  return newest;
}

const lmsHost = (): string => new URL(bench.lms.publicUrl).host;

describe('an invitation that approves', () => {
  it('approves the registration and its deployment, once, and the audit record says who did', async () => {
    const { registrationUrl, approvesUntil } = await invite(lmsHost(), { approves: true });
    expect(approvesUntil).toBe(bench.now + hour);
    bench.wait(1_000);
    const configuration = `${bench.lms.publicUrl}/mod/lti/openid-configuration.php`;
    const look = `${registrationUrl}?openid_configuration=${encodeURIComponent(configuration)}`;
    expect((await send(look)).text).toContain('approuvée d’avance');
    const done = await register(registrationUrl);
    expect(done).toMatchObject({ status: 200, facts: { approved: 'true', connection: 'fine' } });
    expect(done.text).not.toContain('platform approve');

    const registration = await newestRegistration();
    expect(registration.active).toBe(true);
    const { storage } = bench.context;
    const { organisationId, platformId, id } = registration;
    const deployments = await storage.platforms.listDeployments(organisationId, platformId, { limit: 9 });
    expect(deployments).toMatchObject([{ registrationId: id, status: 'approved' }]);
    const events = await storage.audit.list(organisationId, { limit: 100 });
    const about = events.filter(({ subject }) => subject === `registration:${id}`);
    expect(about.map(({ action }) => action).sort()).toEqual(['platform.approved', 'platform.registered']);
    expect(new Set(about.map(({ actor }) => actor)).size).toBe(1);
    expect(about[0]?.actor).toMatch(/^invitation:/);

    expect(await register(registrationUrl)).toMatchObject({
      facts: { error: 'registration.invitation-used' },
    });
  });

  it('only registers once the hour is over', async () => {
    const { registrationUrl } = await invite(lmsHost(), { approves: true });
    bench.wait(hour);
    const done = await register(registrationUrl);
    expect(done).toMatchObject({ status: 200, facts: { approved: 'false' } });
    expect(done.text).toContain('platform approve');
    expect((await newestRegistration()).active).toBe(false);
  });

  it('does not approve what another host sends', async () => {
    const { registrationUrl } = await invite('lms.example.org', { approves: true });
    expect(await register(registrationUrl)).toMatchObject({
      status: 403,
      facts: { error: 'registration.host-unexpected' },
    });
  });

  it('does not approve an issuer that many schools share, as Canvas’s', async () => {
    await register((await invite(lmsHost())).registrationUrl);
    const registration = { ...(await newestRegistration()), issuer: 'https://canvas.instructure.com' };
    const { storage, platformFetch: via } = bench.context;
    const { organisationId, platformId, id } = registration;
    const platform = await storage.platforms.find(organisationId, platformId);
    await invite('school.instructure.com', { approves: true });
    const invitations = await storage.invitations.list(organisationId, { limit: 100 });
    const invitation = invitations.find(({ expectedHost }) => expectedHost === 'school.instructure.com');
    if (platform === undefined || invitation === undefined) throw new Error('not stored');
    const stored = { ok: true, registration, platform, via, family: 'canvas', productVersion: null } as const;
    const { isApproved } = await completeRegistration(bench.context, invitation, stored);
    expect(isApproved).toBe(false);
    expect(await storage.platforms.isRegistrationActive(organisationId, id)).toBe(false);
  });

  it('approves nothing without a host, and does not approve what came by another invitation', async () => {
    const anybody = await invite(null, { approves: true });
    expect(anybody.approvesUntil).toBeNull();
    expect(await register(anybody.registrationUrl)).toMatchObject({ facts: { approved: 'false' } });
    const waiting = await newestRegistration();
    bench.wait(1_000);
    expect(await register((await invite(lmsHost(), { approves: true })).registrationUrl)).toMatchObject({
      facts: { approved: 'true' },
    });
    const { storage } = bench.context;
    expect(await storage.platforms.findRegistration(waiting.organisationId, waiting.id)).toMatchObject({
      active: false,
    });
  });

  it('approves only the new registration of a platform that registers again', async () => {
    const first = await register((await invite(lmsHost())).registrationUrl);
    expect(first.facts.approved).toBe('false');
    const waiting = await newestRegistration();
    const { storage } = bench.context;
    const platform = await storage.platforms.find(waiting.organisationId, waiting.platformId);
    bench.wait(1_000);
    const again = await invite(lmsHost(), { approves: true, platformRef: platform?.ref ?? '' });
    expect((await register(again.registrationUrl)).facts.approved).toBe('true');
    const all = await storage.platforms.listRegistrations(waiting.organisationId, waiting.platformId);
    expect(all.map(({ active }) => active)).toEqual([false, true]);
  });
});

describe('the last page of a registration', () => {
  it('lists the clicks that remain in this Moodle, by its version', async () => {
    const lms = await LyingLms.start();
    const pages: string[] = [];
    for (const version of [
      '4.2.3 (Build: 20231009)',
      '4.5.5 (Build: 20250609)',
      '5.0dev (Build: 20241007)',
      '?',
    ]) {
      lms.change = { [platformClaim]: { product_family_code: 'moodle', version } };
      lms.clientId = `moodle-${version}`;
      const { registrationUrl } = await invite(null);
      const form = { openid_configuration: lms.configurationUrl };
      const { status, text } = await send(registrationUrl, { form, language: 'en' });
      expect(status).toBe(200);
      pages.push(text);
    }
    await lms.close();
    for (const page of pages) {
      expect(page).toContain('Tool configuration usage');
      expect(page).toContain('Show in activity chooser and as a preconfigured tool');
    }
    expect(pages.map((page) => page.includes('LTI External tools'))).toEqual([false, true, true, false]);
    // Another way, not one more step.
    expect(pages.map((page) => page.includes('<p>Or, for one course only'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(pages.map((page) => /in (Moodle[ \w.]*)</.exec(page)?.[1])).toEqual([
      'Moodle 4.2.3',
      'Moodle 4.5.5',
      'Moodle 5.0dev',
      'Moodle',
    ]);
  });

  it.each([
    ['canvas', 'Developer', 'State'],
    ['desire2learn', 'Brightspace', 'New Deployment'],
    ['BlackboardLearn', 'Blackboard', 'Tool Status'],
    ['sakai', 'Sakai', 'Provide Roster'],
  ])('speaks of %s there', async (family, _name, click) => {
    const lms = await LyingLms.start();
    lms.change = { [platformClaim]: { product_family_code: family } };
    lms.clientId = `family-${family}`;
    const { registrationUrl } = await invite(null);
    const page = await send(registrationUrl, { form: { openid_configuration: lms.configurationUrl } });
    await lms.close();
    expect(page.text).toContain(click);
    expect(page.text).not.toContain('Tool configuration usage');
  });

  it('what it says of Moodle is how the sandbox behaves: activated, a tool is not in the chooser yet', async () => {
    await bench.lms.control({ command: 'setRegistration', keepsOutOfChooser: true });
    bench.wait(1_000);
    await register((await invite(lmsHost(), { approves: true })).registrationUrl);
    const { clientId: client } = await newestRegistration();
    const press = (path: string): Promise<Page> =>
      send(`${bench.lms.publicUrl}/admin/tools/${path}`, { form: { client } });
    const offers = async (): Promise<boolean> =>
      (await send(`${bench.lms.publicUrl}/course/2`)).text.includes('/course/2/select');
    await press('activate');
    expect(await offers()).toBe(false);
    await press('usage');
    expect(await offers()).toBe(true);
    await bench.useDeployment('1');
  });

  it('says that Moodle could not read our keys, with the two settings, and that it could', async () => {
    await bench.lms.control({ command: 'blockToolKeys', blocked: true });
    bench.wait(60_000);
    const blocked = await register((await invite(lmsHost())).registrationUrl, 'en');
    const own = new URL(bench.context.publicUrl);
    expect(blocked.facts.connection).toBe('keys-unread');
    expect(blocked.text).toMatch(/<h2>Moodle 5\.0dev couldn’t read our keys<\/h2>/);
    expect(blocked.text).toContain(`In curlsecurityblockedhosts, remove what blocks ${own.hostname}.`);
    expect(blocked.text).toContain(`curlsecurityallowedport, check that ${own.port} is there, on a line`);
    expect(blocked.text).toContain('Another possible cause:');
    await bench.lms.control({ command: 'blockToolKeys', blocked: false });
    const read = await register((await invite(lmsHost())).registrationUrl);
    expect(read.facts.connection).toBe('fine');
    expect(read.text).toContain('a lu nos clés');
  });

  it('sends an icon, and a description in the language of the page', async () => {
    const lms = await LyingLms.start();
    for (const language of ['fr', 'en']) {
      lms.clientId = `language-${language}`;
      const { registrationUrl } = await invite(null);
      await send(registrationUrl, { form: { openid_configuration: lms.configurationUrl, language } });
    }
    await lms.close();
    const [french, english] = lms.registrations;
    expect(french).toMatchObject({
      [toolClaim]: { description: expect.stringContaining('Un jeu') as string },
    });
    expect(english).toMatchObject({
      [toolClaim]: { description: expect.stringContaining('A game') as string },
    });
    const { logo_uri: icon } = english as { logo_uri: string };
    expect((await fetch(icon)).headers.get('content-type')).toBe('image/png');
  });
});

describe('an unexpected host', () => {
  it('reads whom the invitation is for, and which command invites it', async () => {
    const { registrationUrl } = await invite('lms.example.org');
    const page = await send(
      `${registrationUrl}?openid_configuration=${encodeURIComponent('https://moodle.example.org/c')}`,
    );
    expect(page.facts.error).toBe('registration.host-unexpected');
    expect(page.text).toContain('<strong>lms.example.org</strong>');
    expect(page.text).toContain('platform invite --host moodle.example.org --approve');
    expect(page.text).not.toContain('avec la même adresse');
  });

  it('gets no command to paste if its name could mean something to a shell', async () => {
    const { registrationUrl } = await invite('lms.example.org');
    for (const host of ['$(id).example.org', 'a;b.example.org', 'a`b`.example.org', "a'b.example.org"]) {
      const address = encodeURIComponent(`https://${host}/c`);
      const page = await send(`${registrationUrl}?openid_configuration=${address}`);
      expect(page.facts.error).toBe('registration.host-unexpected');
      expect(page.text).not.toContain('platform invite');
    }
  });
});
