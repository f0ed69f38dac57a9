import { describe, expect, it } from 'vitest';
import { membership, names } from '../../support/lti-lms.ts';
import type { Page, TestTool } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

/** The launch row that an accepted launch led to. */
function openSession(page: Page): ReturnType<TestTool['openSession']> {
  return tool.openSession(page);
}

/** A login in its own window is redirected at once. */
const ownWindow = { 'sec-fetch-dest': 'document' };

describe('a login', () => {
  it('returns the authorization request that LTI specifies, with state and nonce of 32 bytes', async () => {
    const { authorizationUrl, state, nonce } = await tool.login(lms, {
      lti_message_hint: '{"cmid":2,"launchid":"ü"}',
    });
    expect(Object.fromEntries(authorizationUrl.searchParams)).toEqual({
      kept: '1',
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: `${tool.url}/lti/launch`,
      login_hint: '4',
      lti_message_hint: '{"cmid":2,"launchid":"ü"}',
      state,
      nonce,
    });
    expect(Buffer.from(state, 'base64url')).toHaveLength(32);
    expect(Buffer.from(nonce, 'base64url')).toHaveLength(32);
  });

  it('sets its own partitioned cookie that no other site and no script can read', async () => {
    const query = new URLSearchParams({ iss: lms.issuer, login_hint: '4', target_link_uri: tool.target });
    const response = await fetch(`${tool.url}/lti/login?${query.toString()}`, {
      redirect: 'manual',
      headers: ownWindow,
    });
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
    expect(response.headers.getSetCookie()[0]).toMatch(
      new RegExp(
        `^__Host-lti_${state.slice(0, 8)}=[\\w-]{43}; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=None; Partitioned$`,
      ),
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('lets a browser in that stores no secure cookie over http', async () => {
    const query = new URLSearchParams({ iss: lms.issuer, login_hint: '4', target_link_uri: tool.target });
    const response = await fetch(`${tool.url}/lti/login?${query.toString()}`, {
      redirect: 'manual',
      headers: ownWindow,
    });
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    const [insecure, ...others] = response.headers
      .getSetCookie()
      .filter((line) => !line.includes('; Secure'));
    expect(others).toEqual([]);
    expect(insecure).toMatch(/^lti-insecure_.{8}=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly$/);
    const idToken = await lms.sign(lms.claims(tool.target, searchParams.get('nonce') ?? ''));
    const launch = { state: searchParams.get('state') ?? '', id_token: idToken };
    const page = await tool.post(launch, insecure?.split(';', 1)[0] ?? '');
    expect(page.status).toBe(303);
  });

  it('accepts POST, no client id, and the platform in the path', async () => {
    const params = { iss: lms.issuer, login_hint: '4', target_link_uri: `${tool.target}?ex=3` };
    for (const path of ['/lti/login', '/lti/login/ref-1']) {
      const response = await fetch(tool.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: ownWindow,
        body: new URLSearchParams(params),
      });
      expect(response.status).toBe(302);
      expect(response.headers.get('location')).toContain(`${lms.issuer}/auth`);
    }
  });
});

describe('a learner’s launch', () => {
  it('leads to the player with a code for a session', async () => {
    const page = await tool.launch(lms);
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toMatch(
      new RegExp(`^${tool.url}/play/ref-1#code=[\\w-]{8}\\.[\\w-]{43}&lang=fr&first=notice$`),
    );
    // The page shows its login's cookie once more.
    expect(page.headers.get('set-cookie')).toBeNull();
    const session = await openSession(page);
    expect(session).toMatchObject({ page: 'play', language: 'fr', returnUrl: `${lms.issuer}/back` });
    const { launch } = await tool.sessions.authenticate(`Bearer ${session.accessToken}`);
    expect(launch).toMatchObject({
      organisationId: tool.organisationId,
      registrationId: tool.registrationId,
      deploymentId: '1',
      role: 'learner',
      testUser: false,
      documentTarget: 'iframe',
      lineItemUrl: `${lms.issuer}/lineitems/2/lineitem?type_id=1`,
    });
  });

  it('finds the same person and activity again at the next launch', async () => {
    const both = [];
    for (const page of [await tool.launch(lms), await tool.launch(lms)]) {
      const { accessToken } = await openSession(page);
      both.push((await tool.sessions.authenticate(`Bearer ${accessToken}`)).launch);
    }
    expect(both[0]?.personId).toBe(both[1]?.personId);
    expect(both[0]?.resourceLinkId).toBe(both[1]?.resourceLinkId);
    expect(both[0]?.id).not.toBe(both[1]?.id);
  });

  it('stores no name and no e-mail address anywhere', async () => {
    const page = await tool.launch(lms, { name: 'Ada Ångström', email: 'ada@example.com', sub: 'named' });
    expect(page.status).toBe(303);
    const kept = JSON.stringify([
      await tool.storage.ltiRows.find('idtoken', {}, 0),
      await tool.storage.ltiRows.find('contexttoken', {}, 0),
      tool.log,
    ]);
    expect(kept).not.toMatch(/Ada|example\.com/);
  });

  it('leads to the staff page for staff, and no grade is sent', async () => {
    const page = await tool.launch(lms, { sub: 't', [names.roles]: [`${membership}Instructor`] });
    expect(page.headers.get('location')).toContain('/teach/ref-1#code=');
    const { accessToken } = await openSession(page);
    const { launch } = await tool.sessions.authenticate(`Bearer ${accessToken}`);
    expect(launch).toMatchObject({ role: 'staff', lineItemUrl: null });
  });

  it('marks the LMS’s student preview', async () => {
    const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';
    const page = await tool.launch(lms, { sub: 'p', [names.roles]: [`${membership}Learner`, testUser] });
    const { accessToken } = await openSession(page);
    const { launch } = await tool.sessions.authenticate(`Bearer ${accessToken}`);
    expect(launch).toMatchObject({ role: 'learner', testUser: true, lineItemUrl: null });
  });
});
