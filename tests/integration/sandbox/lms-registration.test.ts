import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';

const toolConfiguration = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
let lms: RunningLms;
let nowMs: number;

beforeAll(async () => {
  nowMs = Date.parse('2026-11-25T12:00:00Z');
  lms = await startLms({ host: '127.0.0.1', port: 0, clock: () => new Date(nowMs) });
});
afterAll(() => lms.close());

const as = (person: number): { cookie: string } => ({ cookie: `bouleaux_person=${person}` });

async function getPass(): Promise<string> {
  const page = await fetch(`${lms.publicUrl}/admin/tools/add`, {
    method: 'POST',
    headers: as(2),
    body: new URLSearchParams({ url: 'https://tool.example/register' }),
  });
  expect(page.headers.get('content-security-policy')).toContain('frame-src https://tool.example');
  const source = /<iframe[^>]*\ssrc="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const query = new URL(source).searchParams;
  expect(query.get('openid_configuration')).toBe(`${lms.publicUrl}/mod/lti/openid-configuration.php`);
  return query.get('registration_token') ?? '';
}

function register(pass: string, change: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  return fetch(`${lms.publicUrl}/mod/lti/openid-registration.php`, {
    method: 'POST',
    headers: { authorization: `Bearer ${pass}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Outil',
      initiate_login_uri: 'https://tool.example:8443/login',
      redirect_uris: ['https://tool.example:8443/launch'],
      jwks_uri: 'https://tool.example:8443/keys',
      response_types: ['id_token'],
      token_endpoint_auth_method: 'private_key_jwt',
      scope: 'openid',
      [toolConfiguration]: {
        domain: 'tool.example:8443',
        target_link_uri: 'https://tool.example:8443/launch',
      },
      ...change,
    }),
  });
}

it('the LMS configuration uses one name for the LMS', async () => {
  const answer = await fetch(`${lms.publicUrl}/mod/lti/openid-configuration.php`);
  const description = (await answer.json()) as Record<string, unknown>;
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint']) {
    expect(String(description[name]).startsWith(`${lms.issuer}/mod/lti/`)).toBe(true);
  }
  expect(description.issuer).toBe(lms.issuer);
});

it('a token registers one tool once, as pending, with Moodle’s response', async () => {
  const pass = await getPass();
  const answer = await register(pass);
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as Record<string, unknown>;
  expect(body.client_id).toMatch(/^[\w-]{15}$/);
  expect(body[toolConfiguration]).toMatchObject({ deployment_id: '10', domain: 'tool.example:8443' });
  expect((await register(pass)).status).toBe(401);
  const tools = await (await fetch(`${lms.publicUrl}/admin/tools`, { headers: as(2) })).text();
  expect(tools).toContain(String(body.client_id));
  expect(tools).toContain('En attente');
});

it('a foreign, an expired and a missing token are refused in plain text', async () => {
  const old = await getPass();
  nowMs += 3_601_000;
  for (const pass of [old, 'nonsense', '']) {
    const answer = await register(pass);
    expect([answer.status, await answer.text()]).toEqual([401, 'invalid_token']);
  }
});

it('a registration needs what Moodle requires, and the target’s domain with its port', async () => {
  const wrong = {
    [toolConfiguration]: { domain: 'tool.example', target_link_uri: 'https://tool.example:8443/launch' },
  };
  const mismatch = await register(await getPass(), wrong);
  expect([mismatch.status, await mismatch.text()]).toEqual([400, 'domain_targetlinkuri_mismatch']);
  const incomplete = await register(await getPass(), { jwks_uri: undefined });
  expect(incomplete.status).toBe(400);
});

it('only an administrator can add and activate tools, and an address is checked', async () => {
  for (const person of [3, 4]) {
    for (const path of ['tools', 'tools/add', 'tools/activate']) {
      const method = path === 'tools' ? 'GET' : 'POST';
      expect((await fetch(`${lms.publicUrl}/admin/${path}`, { method, headers: as(person) })).status).toBe(
        403,
      );
    }
  }
  const post = (path: string, body: Record<string, string>): Promise<Response> =>
    fetch(`${lms.publicUrl}/admin/${path}`, {
      method: 'POST',
      headers: as(2),
      body: new URLSearchParams(body),
    });
  expect((await post('tools/add', { url: 'javascript:alert(1)' })).status).toBe(400);
  expect((await post('tools/activate', { client: 'unknown' })).status).toBe(404);
});
