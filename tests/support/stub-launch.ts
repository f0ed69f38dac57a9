/** Launches of a tool process by the small signing LMS, without a browser. */
import type { SessionAnswer } from '../../server/contract/session.ts';
import type { Claims, TestLms } from './lti-lms.ts';
import type { ToolProcess } from './tool-process.ts';

/** What an operator needs to know of an LMS. */
export type Registrable = Pick<TestLms, 'issuer' | 'clientId' | 'deploymentId' | 'keySetUrl'>;

/** Registers the LMS with the tool by its command. */
export async function addTestLms(tool: ToolProcess, lms: Registrable): Promise<void> {
  const added = await tool.run(
    ...['platform', 'add', '--json', '--name', 'Stub', '--issuer', lms.issuer],
    ...['--client-id', lms.clientId, '--deployment-id', lms.deploymentId],
    ...['--auth-url', `${lms.issuer}/auth`, '--token-url', `${lms.issuer}/token`],
    ...['--jwks-url', lms.keySetUrl],
  );
  if (added.code !== 0) throw new Error(`platform add: ${added.stdout}${added.stderr}`);
}

export interface StubLogin {
  readonly state: string;
  readonly nonce: string;
  /** Name and value. */
  readonly cookie: string;
}

/** Starts a login; returns what platform and browser store of it. */
export async function loginAt(toolUrl: string, lms: TestLms): Promise<StubLogin> {
  const query = new URLSearchParams({
    iss: lms.issuer,
    client_id: lms.clientId,
    login_hint: '4',
    target_link_uri: `${toolUrl}/lti/launch`,
  });
  // A top-level document, so that the response is the redirect.
  const response = await fetch(`${toolUrl}/lti/login?${query.toString()}`, {
    redirect: 'manual',
    headers: { 'sec-fetch-dest': 'document' },
  });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`login ended with ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
  const params = new URL(location).searchParams;
  return {
    state: params.get('state') ?? '',
    nonce: params.get('nonce') ?? '',
    cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
  };
}

/** Launches as a learner, from login to session. */
export async function launchToSession(
  toolUrl: string,
  lms: TestLms,
  subject: string,
  claims: Claims = {},
): Promise<SessionAnswer> {
  const { state, nonce, cookie } = await loginAt(toolUrl, lms);
  const target = `${toolUrl}/lti/launch`;
  const idToken = await lms.sign(lms.claims(target, nonce, { sub: subject, ...claims }));
  const launched = await fetch(target, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ state, id_token: idToken }),
  });
  const location = launched.headers.get('location');
  if (launched.status !== 303 || location === null) {
    throw new Error(`launch ended with ${launched.status}: ${await launched.text()}`);
  }
  await launched.body?.cancel();
  const code = new URLSearchParams(new URL(location).hash.slice(1)).get('code') ?? '';
  const opened = await fetch(`${toolUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ code }),
  });
  if (opened.status !== 200) throw new Error(`session ended with ${opened.status}: ${await opened.text()}`);
  // A status of 200 guarantees the contract's shape.
  return (await opened.json()) as SessionAnswer;
}
