import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';
import { createTestClock, LTI, startTinyTool } from './tiny-tool.ts';
import type { TinyTool } from './tiny-tool.ts';

let lms: RunningLms;
let tool: TinyTool;

beforeAll(async () => {
  lms = await startLms({ host: '127.0.0.1', port: 0, clock: createTestClock().now });
  tool = await startTinyTool(lms);
});

afterAll(async () => {
  await lms.close();
  await tool.stop();
});

describe('the login of a launch', () => {
  it('is a form to the tool with the six fields Moodle sends', async () => {
    const login = await tool.login(4);
    expect(login.action).toBe('http://tool.localhost:9/login');
    const { lti_message_hint: hint, ...rest } = login.fields;
    expect(hint).toMatch(/^\{"cmid":2,"launchid":"ltilaunch2_\d{38,}"\}$/);
    expect(rest).toEqual({
      iss: lms.issuer,
      target_link_uri: 'http://tool.localhost:9/launch',
      login_hint: '4',
      client_id: 'tinyTool1234567',
      lti_deployment_id: '1',
    });
  });

  it('requires a person who has signed in', async () => {
    const answer = await fetch(`${lms.publicUrl}/mod/lti/launch.php?id=2`);
    expect(answer.status).toBe(404);
  });
});

describe('the id_token', () => {
  it('of a learner has the claims of the recorded payload', async () => {
    const login = await tool.login(4);
    const { form } = await tool.authenticate(login);
    const { payload, protectedHeader } = await tool.verify(form.fields.id_token ?? '');
    expect(form.action).toBe('http://tool.localhost:9/launch');
    expect(form.fields.state).toBe('a "state" é');
    const { kid, ...header } = protectedHeader;
    expect(header).toEqual({ typ: 'JWT', alg: 'RS256' });
    expect(kid).toMatch(/^[0-9a-f]{20}$/);
    expect(payload.exp).toBe((payload.iat ?? 0) + 60);
    const services = `${lms.serviceUrl}/mod/lti/services.php`;
    expect(payload).toMatchObject({
      aud: 'tinyTool1234567',
      sub: '4',
      nonce: 'nonce-1',
      name: 'Fatou Diallo',
      [`${LTI}/deployment_id`]: '1',
      [`${LTI}/roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [`${LTI}/context`]: {
        id: '2',
        label: 'NUM-101',
        title: 'Le numérique au travail',
        type: ['CourseSection'],
      },
      [`${LTI}/message_type`]: 'LtiResourceLinkRequest',
      [`${LTI}/version`]: '1.3.0',
      [`${LTI}/ext`]: { user_username: 'fdiallo', lms: 'moodle-2' },
      [`${LTI}/lis`]: { person_sourcedid: 'fiche-1004', course_section_sourcedid: 'NUM-101-A26' },
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        lineitems: `${services}/2/lineitems?type_id=1`,
        lineitem: `${services}/2/lineitems/2/lineitem?type_id=1`,
      },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: `${services}/CourseSection/2/bindings/1/memberships`,
      },
    });
    const presentation = payload[`${LTI}/launch_presentation`];
    expect(presentation).toMatchObject({ locale: 'fr_ca', document_target: 'iframe' });
    expect(presentation).toHaveProperty('return_url');
    expect(JSON.stringify(presentation)).toContain(
      `${lms.publicUrl}/mod/lti/return.php?course=2&launch_container=3&instanceid=1&sesskey=`,
    );
    expect(payload[`${LTI}/custom`]).toHaveProperty('link_setting_url', `${services}/links/{link_id}/custom`);
  });

  it('has the roles of staff, and the locale of the course language', async () => {
    const teacher = await tool.launch(3, '/mod/lti/launch.php?id=3');
    expect(teacher[`${LTI}/roles`]).toEqual(['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor']);
    expect(teacher[`${LTI}/launch_presentation`]).toMatchObject({ locale: 'en' });
    const administrator = await tool.launch(2);
    expect(administrator[`${LTI}/roles`]).toEqual([
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
      'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor',
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
    ]);
  });

  it('has the target "window" when the activity opens in its own window', async () => {
    const claims = await tool.launch(4, '/mod/lti/launch.php?id=2&container=window');
    expect(claims[`${LTI}/launch_presentation`]).toMatchObject({ document_target: 'window' });
  });

  it('can be requested by POST and without prompt', async () => {
    const { form } = await tool.authenticate(await tool.login(4), { prompt: undefined }, 'POST');
    await expect(tool.verify(form.fields.id_token ?? '')).resolves.toBeDefined();
  });
});

describe('the authentication end point', () => {
  it.each([
    ['scope', { scope: 'openid profile' }],
    ['response_type', { response_type: 'code' }],
    ['nonce', { nonce: undefined }],
    ['redirect_uri', { redirect_uri: 'http://tool.localhost:9/launch?ex=3' }],
    ['lti_message_hint', { lti_message_hint: '{"cmid":2,"launchid":"ltilaunch2_1"}' }],
  ])('shows its own page for a bad %s', async (reason, change) => {
    const { status, html } = await tool.authenticate(await tool.login(4), change);
    expect(status).toBe(404);
    expect(html).toContain(`data-error="${reason}"`);
  });

  it.each([
    ['unauthorized_client', { client_id: 'someone' }],
    ['access_denied', { login_hint: '5' }],
    ['invalid_request', { prompt: 'login' }],
    ['invalid_request', { response_mode: 'query' }],
  ])('reports %s to the tool by a form', async (error, change) => {
    const { form } = await tool.authenticate(await tool.login(4), change);
    expect(form.action).toBe('http://tool.localhost:9/launch');
    expect(form.fields).toMatchObject({ error, state: 'a "state" é' });
    expect(form.fields).not.toHaveProperty('id_token');
  });

  it('accepts a message hint once', async () => {
    const login = await tool.login(4);
    expect((await tool.authenticate(login)).status).toBe(200);
    expect((await tool.authenticate(login)).status).toBe(404);
  });

  it('keeps two simultaneous launches separate', async () => {
    const first = await tool.login(4);
    const second = await tool.login(5);
    const answers = [await tool.authenticate(second), await tool.authenticate(first)];
    const tokens = await Promise.all(answers.map(({ form }) => tool.verify(form.fields.id_token ?? '')));
    expect(tokens.map(({ payload }) => payload.sub)).toEqual(['5', '4']);
  });
});

describe('a token altered on request', () => {
  async function alteredToken(
    signature: 'none' | 'hs256' | 'stranger' | 'platform',
    extra = {},
  ): Promise<string> {
    await lms.control({ command: 'alterNextIdToken', change: { signature, ...extra } });
    const { form } = await tool.authenticate(await tool.login(4));
    return form.fields.id_token ?? '';
  }

  it.each(['none', 'hs256', 'stranger'] as const)('is refused by a correct tool: %s', async (signature) => {
    await expect(tool.verify(await alteredToken(signature))).rejects.toThrow();
  });

  it('can lose a claim, gain an audience, and name an unknown key', async () => {
    const change = { claims: { aud: ['tinyTool1234567', 'other'], sub: null }, header: {} };
    const { payload } = await tool.verify(await alteredToken('platform', change));
    expect(payload.aud).toEqual(['tinyTool1234567', 'other']);
    expect(payload).not.toHaveProperty('sub');
    await expect(
      tool.verify(await alteredToken('platform', { header: { kid: 'unknown' } })),
    ).rejects.toThrow();
    await expect(tool.launch(4)).resolves.toHaveProperty('sub', '4');
  });
});

describe('the key set', () => {
  it('can rotate: the new key signs, the old one remains only on request', async () => {
    const { form } = await tool.authenticate(await tool.login(4));
    await lms.control({ command: 'rotateKeys', keepOld: true });
    await expect(tool.verify(form.fields.id_token ?? '')).resolves.toBeDefined();
    await lms.control({ command: 'rotateKeys', keepOld: false });
    await expect(tool.verify(form.fields.id_token ?? '')).rejects.toThrow();
    await expect(tool.launch(4)).resolves.toHaveProperty('sub', '4');
  });

  it('can be unavailable and then available again', async () => {
    await lms.control({ command: 'setKeySet', down: true });
    await expect(fetch(lms.endpoints.keySet)).rejects.toThrow();
    await lms.control({ command: 'clearFaults' });
    expect((await fetch(lms.endpoints.keySet)).status).toBe(200);
  });
});
