/** What ltijs alone would let in, let out or refuse, and what the tool around it does instead (see SECURITY.md). */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Claims, membership, names } from '../../support/lti-lms.ts';
import { type Page, readPage } from '../../support/lti-tool.ts';
import { startForFile, startTestTool } from '../../support/start-lti-tool.ts';
import type { Launch } from '../../../server/storage/ports/launches.ts';

const { lms, tool } = await startForFile();

async function findLaunch(page: Page): Promise<Launch> {
  const { accessToken } = await tool.openSession(page);
  return (await tool.sessions.authenticate(`Bearer ${accessToken}`)).launch;
}

const staff: Claims = { sub: 'teacher', [names.roles]: [`${membership}Instructor`] };
const settings = { deep_link_return_url: 'https://lms.example/back', accept_types: ['ltiResourceLink'] };

describe('two tabs of one person', () => {
  it('have separate sessions, each with its own activity and course', async () => {
    const tab = (link: string, course: string): Promise<Page> =>
      tool.launch(lms, { [names.resourceLink]: { id: link }, [names.context]: { id: course } });
    const pages = await Promise.all([tab('link-a', 'course-a'), tab('link-b', 'course-b')]);
    const [first, second] = await Promise.all(pages.map(findLaunch));
    expect([first?.contextId, second?.contextId]).toEqual(['course-a', 'course-b']);
    expect(first?.personId).toBe(second?.personId);
    expect(first?.resourceLinkId).not.toBe(second?.resourceLinkId);
  });
});

describe('the responses to a browser', () => {
  it('have no ltik, in an address or anywhere, and no cookie', async () => {
    const page = await tool.launch(lms);
    const location = page.headers.get('location') ?? '';
    expect(new URL(location).search).toBe('');
    expect(JSON.stringify([...page.headers]) + page.text).not.toContain('ltik');
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it('allow no other origin', async () => {
    const { state, nonce, cookie } = await tool.login(lms);
    const idToken = await lms.sign(lms.claims(tool.target, nonce));
    const origin = { origin: 'https://evil.example' };
    const page = await tool.post({ state, id_token: idToken }, cookie, origin);
    expect(page.status).toBe(303);
    const keys = await fetch(`${tool.url}/lti/keys`, { headers: origin });
    for (const headers of [page.headers, keys.headers]) {
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('exist for login, launch and keys only, and for no other route of ltijs', async () => {
    for (const path of ['/lti/register', '/lti/', '/lti']) {
      const response = await fetch(`${tool.url}${path}?openid_configuration=${lms.keySetUrl}`);
      expect(response.status).toBe(404);
    }
  });
});

describe('the unsigned target of the login', () => {
  it('adds nothing to the address of the launch', async () => {
    const target = `${tool.target}?next=https://evil.example&role=staff`;
    const { state, nonce, cookie } = await tool.login(lms, { target_link_uri: target });
    const page = await tool.post({ state, id_token: await lms.sign(lms.claims(tool.target, nonce)) }, cookie);
    expect(page.headers.get('location')).toMatch(
      new RegExp(`^${tool.url}/play/ref-1#code=[\\w-]{8}\\.[\\w-]{43}&lang=fr&first=notice$`),
    );
  });

  it('does not replace a signed target of another site', async () => {
    const page = await tool.launch(lms, { [names.targetLinkUri]: 'https://evil.example/lti/launch' });
    expect(page.code).toBe('lti.target-foreign');
  });
});

describe('valid messages that ltijs refuses', () => {
  it('are accepted here: deep linking without person, roles and target opens the choice of activities', async () => {
    const page = await tool.launch(lms, {
      sub: undefined,
      [names.roles]: undefined,
      [names.targetLinkUri]: undefined,
      [names.resourceLink]: undefined,
      [names.messageType]: 'LtiDeepLinkingRequest',
      [names.deepLinking]: settings,
    });
    expect(page.headers.get('location')).toContain('/select/ref-1#code=');
  });

  it('are accepted here: a submission review opens the review', async () => {
    const page = await tool.launch(lms, {
      ...staff,
      [names.messageType]: 'LtiSubmissionReviewRequest',
      [names.forUser]: { user_id: 'person-4' },
    });
    expect(page.headers.get('location')).toContain('/review/ref-1#code=');
  });
});

describe('a login without client_id at an issuer with two clients', () => {
  it('is refused unless the platform is in the path', async () => {
    const other = await startTestTool(lms);
    const [registration] = await other.storage.platforms.listRegistrationsByIssuer(lms.issuer, lms.clientId);
    if (registration === undefined) throw new Error('no registration');
    const { organisationId, createdAt } = registration;
    const id = randomUUID();
    const platform = { id, organisationId, ref: 'ref-2', name: 'Other school', createdAt };
    await other.storage.platforms.insert({ ...platform, origins: [lms.issuer], privateHosts: [] });
    const second = { ...registration, id: randomUUID(), platformId: id, clientId: 'client-2' };
    await other.storage.platforms.insertRegistration(second);
    const query = new URLSearchParams({ iss: lms.issuer, login_hint: '4', target_link_uri: other.target });
    const login = (path: string): Promise<Response> =>
      fetch(`${other.url}${path}?${query.toString()}`, {
        redirect: 'manual',
        headers: { 'sec-fetch-dest': 'document' },
      });
    expect((await readPage(await login('/lti/login'))).code).toBe('lti.platform-ambiguous');
    expect((await login('/lti/login/ref-2')).headers.get('location')).toContain('client_id=client-2');

    // Of two, one that waits for approval or was ended does not get in the way of the other.
    await other.storage.platforms.setRegistrationActive(organisationId, second.id, false);
    expect((await login('/lti/login')).headers.get('location')).toContain('client_id=client-1');
    expect((await readPage(await login('/lti/login/ref-2'))).code).toBe('lti.platform-inactive');
    await other.close();
  });
});
