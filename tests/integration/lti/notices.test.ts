/** Notices of copied courses: as safe as launches, though nobody's browser brings them. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { listOriginCourses } from '../../../server/launches/origin-courses.ts';
import { type Claims, names } from '../../support/lti-lms.ts';
import { startForFile, startTestTool } from '../../support/start-lti-tool.ts';

const noticeClaim = 'https://purl.imsglobal.org/spec/lti/claim/notice';
const origins = 'https://purl.imsglobal.org/spec/lti/claim/origin_contexts';
const dayS = 86_400;

const { lms, tool } = await startForFile({ notices: { requests: 10_000, refusals: 10_000 } });

/** Each test has its own. */
let course: string;
beforeEach(() => {
  course = randomUUID();
});

const nowS = (): number => Math.floor(Date.now() / 1000);

/** As Canvas sends it; an override of undefined removes a claim. */
function claimsOf(overrides: Claims = {}): Claims {
  const claims: Claims = {
    iss: lms.issuer,
    aud: lms.clientId,
    azp: lms.clientId,
    iat: nowS(),
    exp: nowS() + 3600,
    nonce: randomUUID(),
    [names.version]: '1.3.0',
    [names.deploymentId]: lms.deploymentId,
    [names.context]: { id: course, title: 'Une copie' },
    [noticeClaim]: { id: randomUUID(), timestamp: new Date().toISOString(), type: 'LtiContextCopyNotice' },
    [origins]: ['course-1'],
    ...overrides,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${tool.url}/lti/notices`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function notify(overrides: Claims = {}, header: Parameters<typeof lms.sign>[1] = {}): Promise<number> {
  return (await send({ notices: [{ jwt: await lms.sign(claimsOf(overrides), header) }] })).status;
}

async function originsOf(contextId: string, deploymentId = lms.deploymentId): Promise<readonly string[]> {
  const { organisationId, storage } = tool;
  const [registration] = await storage.platforms.listRegistrationsByIssuer(lms.issuer);
  const platformId = registration?.platformId ?? '';
  return listOriginCourses(
    { storage, clock: Date.now },
    {
      organisationId,
      platformId,
      deploymentId,
      context: { id: contextId, title: '' },
      history: { courses: [], links: [] },
    },
  );
}

const lastRefusal = (): unknown =>
  tool.log.findLast(({ message }) => message === 'lti.notice-refused')?.details;

describe('a notice', () => {
  it('names what a course was copied from', async () => {
    expect(await notify()).toBe(204);
    expect(await originsOf(course)).toEqual(['course-1']);
    expect(await originsOf(course, '2')).toEqual([]);
    expect(await originsOf('course-1')).toEqual([]);
  });

  it('of several originals counts the newest first, whatever comes first', async () => {
    const at = (hour: number): Claims => ({
      [noticeClaim]: { timestamp: `2026-11-0${hour}T10:00:00Z`, type: 'LtiContextCopyNotice' },
    });
    expect(await notify({ ...at(3), [origins]: ['course-3'] })).toBe(204);
    expect(await notify({ ...at(2), [origins]: ['course-2'] })).toBe(204);
    expect(await originsOf(course)).toEqual(['course-3', 'course-2']);
  });

  it('of more originals than can matter replaces the oldest', async () => {
    for (let index = 0; index < 3; index += 1) {
      const many = Array.from({ length: 20 }, (_, each) => `course-${index}-${each}`);
      expect(await notify({ [origins]: many })).toBe(204);
    }
    expect((await originsOf(course))[0]).toBe('course-2-0');
  });

  it('is one row, of a year, and a course has ten', async () => {
    const rows = async (): Promise<number> =>
      (await tool.storage.ltiRows.find('course-copy', {}, Date.now() + tool.time.offsetMs)).length;
    tool.time.offsetMs = 366 * dayS * 1000;
    expect(await rows()).toBe(0);
    tool.time.offsetMs = 0;
    const before = await rows();
    const many = Array.from({ length: 20 }, (_, each) => `course-${each}`);
    expect(await notify({ [origins]: many })).toBe(204);
    expect(await rows()).toBe(before + 1);
    for (let index = 0; index < 11; index += 1) expect(await notify()).toBe(204);
    expect(await rows()).toBe(before + 10);
  });

  it('of too many originals, or with an odd one among them, keeps the first valid ones', async () => {
    const odd = ['x'.repeat(256), 7, ''];
    const many = Array.from({ length: 30 }, (_, each) => `course-${each}`);
    expect(await notify({ [origins]: [...odd, ...many] })).toBe(204);
    expect(await originsOf(course)).toEqual(many.slice(0, 10));
  });

  it.each([
    ['another type', { [noticeClaim]: { type: 'LtiHelloWorldNotice' } }],
    ['no original', { [origins]: undefined }],
    ['the course itself as its original', { [origins]: ['@'] }],
  ])('with %s is accepted, and changes nothing', async (_name, overrides: Claims) => {
    const self = overrides[origins] === undefined ? {} : { [origins]: [course] };
    expect(await notify({ ...overrides, ...self })).toBe(204);
    expect(await originsOf(course)).toEqual([]);
  });

  it('that comes again is told apart, and changes nothing', async () => {
    const jwt = await lms.sign(claimsOf());
    for (let time = 0; time < 2; time += 1) expect((await send({ notices: [{ jwt }] })).status).toBe(204);
    expect(tool.log.at(-1)).toMatchObject({
      message: 'lti.noticed',
      details: { accepted: 0, repeated: 1 },
    });
    // Long after it was kept, its signature is refused.
    tool.time.offsetMs = 2 * dayS * 1000;
    expect((await send({ notices: [{ jwt }] })).status).toBe(400);
  });

  it('that comes twenty times at once is accepted once', async () => {
    const jwt = await lms.sign(claimsOf());
    const before = tool.log.length;
    await Promise.all(Array.from({ length: 20 }, () => send({ notices: [{ jwt }] })));
    const noticed = tool.log.slice(before).filter(({ message }) => message === 'lti.noticed');
    const accepted = noticed.filter(({ details }) => 'accepted' in details && details.accepted === 1);
    expect(accepted).toHaveLength(1);
    expect(noticed).toHaveLength(20);
  });
});

describe('a notice that is refused', () => {
  const cases: readonly [string, () => Claims, string][] = [
    ['another issuer', () => ({ iss: 'https://elsewhere.example' }), 'lti.platform-unknown'],
    ['another audience', () => ({ aud: 'client-2' }), 'lti.platform-unknown'],
    ['no audience', () => ({ aud: undefined }), 'lti.token-unreadable'],
    ['an extra audience', () => ({ aud: ['client-1', 'client-2'] }), 'lti.token-unreadable'],
    ['another azp', () => ({ azp: 'client-2' }), 'lti.azp-mismatch'],
    ['no end', () => ({ exp: undefined }), 'lti.expiry-missing'],
    ['a past end', () => ({ exp: nowS() - 1 }), 'lti.token-expired'],
    ['no beginning', () => ({ iat: undefined }), 'lti.issued-at-missing'],
    ['a future beginning', () => ({ iat: nowS() + 300 }), 'lti.issued-in-future'],
    ['a life of years', () => ({ iat: nowS() - 2 * dayS, exp: nowS() + 365 * dayS }), 'notice.too-old'],
    ['no nonce', () => ({ nonce: undefined }), 'notice.nonce-missing'],
    ['another version', () => ({ [names.version]: '1.1' }), 'lti.claim-refused'],
    ['no deployment', () => ({ [names.deploymentId]: undefined }), 'lti.claim-refused'],
    ['an unknown deployment', () => ({ [names.deploymentId]: '9' }), 'lti.deployment-unknown'],
    ['no notice', () => ({ [noticeClaim]: undefined }), 'lti.claim-refused'],
  ];
  it.each(cases)('has %s', async (_name, overrides, code) => {
    expect(await notify(overrides())).toBe(400);
    expect(lastRefusal()).toMatchObject({ code });
    expect(await originsOf(course)).toEqual([]);
  });

  it.each([
    ['no key id', { kid: undefined }, 'lti.key-id-missing'],
    ['an unknown key', { kid: 'nobody' }, 'lti.key-unknown'],
  ])('has %s', async (_name, header, code) => {
    expect(await notify({}, header)).toBe(400);
    expect(lastRefusal()).toMatchObject({ code });
  });

  it.each([
    ['none', 'lti.algorithm-refused'],
    ['HS256', 'lti.algorithm-refused'],
  ])('is signed with %s', async (alg, code) => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = `${part({ alg, kid: 'key-1', typ: 'JWT' })}.${part(claimsOf())}.${alg === 'none' ? '' : 'c2ln'}`;
    expect((await send({ notices: [{ jwt }] })).status).toBe(400);
    expect(lastRefusal()).toMatchObject({ code });
  });

  it('was changed after it was signed', async () => {
    const [header, , signature] = (await lms.sign(claimsOf())).split('.');
    const forged = Buffer.from(JSON.stringify(claimsOf({ [origins]: ['stolen'] }))).toString('base64url');
    expect((await send({ notices: [{ jwt: `${header}.${forged}.${signature}` }] })).status).toBe(400);
    expect(lastRefusal()).toMatchObject({ code: 'lti.signature-refused' });
  });

  it('is a launch; nor is a notice a launch', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const launch = await lms.sign(lms.claims(tool.target, nonce));
    expect((await send({ notices: [{ jwt: launch }] })).status).toBe(400);
    const notice = await lms.sign(claimsOf({ nonce, sub: 'person-4' }));
    const page = await tool.post({ state, id_token: notice }, cookie);
    expect(page.code).toBe('lti.message-type-missing');
  });

  it('does not keep the others of its batch from being accepted', async () => {
    const good = await lms.sign(claimsOf());
    const bad = await lms.sign(claimsOf({ azp: 'client-2' }));
    expect((await send({ notices: [{ jwt: bad }, { jwt: good }] })).status).toBe(400);
    expect(await originsOf(course)).toEqual(['course-1']);
  });

  it('is of a platform that is not active', async () => {
    const { storage, organisationId, registrationId } = tool;
    await storage.platforms.setRegistrationActive(organisationId, registrationId, false);
    const status = await notify();
    await storage.platforms.setRegistrationActive(organisationId, registrationId, true);
    expect([status, lastRefusal()]).toMatchObject([400, { code: 'lti.platform-unknown' }]);
  });

  it('says nothing to its sender, and leaves no claim in the log', async () => {
    const response = await send({ notices: [{ jwt: await lms.sign(claimsOf({ azp: 'secret-azp' })) }] });
    expect(await response.text()).toBe('');
    expect(JSON.stringify(tool.log)).not.toContain('secret-azp');
  });
});

describe('a body', () => {
  const jwt = 'x'.repeat(50);
  it.each([
    ['of no notices', { notices: [] }, 400],
    ['of too many', { notices: Array.from({ length: 21 }, () => ({ jwt })) }, 400],
    ['with a token that is too long', { notices: [{ jwt: 'x'.repeat(20_001) }] }, 400],
    ['with objects for tokens', { notices: [{ jwt: { $ne: null } }] }, 400],
    ['that is no JSON', '{"notices":', 400],
    ['with too many levels', `{"notices":${'['.repeat(5000)}`, 400],
    ['that is too large', JSON.stringify({ notices: [{ jwt: 'x'.repeat(300_000) }] }), 413],
  ])('%s is refused before anything is looked up', async (_name, body, status) => {
    const before = lms.keySetRequests;
    expect((await send(body)).status).toBe(status);
    expect(lms.keySetRequests).toBe(before);
  });

  it('that is compressed is refused', async () => {
    expect((await send('x', { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('of a stranger costs no call of a key set, however many tokens it has', async () => {
    const before = lms.keySetRequests;
    const stranger = await lms.sign(claimsOf({ iss: 'https://elsewhere.example' }));
    const logged = tool.log.length;
    expect((await send({ notices: Array.from({ length: 20 }, () => ({ jwt: stranger })) })).status).toBe(400);
    expect(lms.keySetRequests).toBe(before);
    expect(tool.log.slice(logged).filter(({ message }) => message === 'lti.notice-refused')).toHaveLength(3);
  });
});

it('an address that sends too many, or too many refused ones, is slowed down', async () => {
  for (const [limits, overrides] of [
    [{ requests: 2, refusals: 10 }, {}],
    [{ requests: 10, refusals: 2 }, { azp: 'client-2' }],
  ] as const) {
    const slow = await startTestTool(lms, { notices: limits });
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      const notices = [{ jwt: await lms.sign(claimsOf(overrides)) }];
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ notices });
      statuses.push((await fetch(`${slow.url}/lti/notices`, { method: 'POST', headers, body })).status);
    }
    expect(statuses.slice(2)).toEqual([429, 429]);
    expect(statuses.slice(0, 2)).not.toContain(429);
    await slow.close();
  }
});
