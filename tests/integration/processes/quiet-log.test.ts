/** The log at its most talkative, after everything that carries a secret or a person has passed through the tool. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionAnswer } from '../../../server/contract/session.ts';
import { names, TestLms } from '../../support/lti-lms.ts';
import { findFreePort } from '../../support/ports.ts';
import { addTestLms, launchToSession, loginAt } from '../../support/stub-launch.ts';
import { ToolProcess } from '../../support/tool-process.ts';
import { until } from '../../support/until.ts';

let lms: TestLms;
let tool: ToolProcess;
let invitation: string;

beforeAll(async () => {
  lms = await TestLms.start();
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', { LOG_LEVEL: 'debug' });
  await addTestLms(tool, lms);
  const invited = await tool.run('platform', 'invite', '--name', 'École', '--json');
  // Its own output, whose shape the exit code vouches for.
  const [row] = JSON.parse(invited.stdout) as { readonly registrationUrl: string }[];
  invitation = new URL(row?.registrationUrl ?? '').pathname;
  await tool.start();
});

afterAll(async () => {
  await tool.remove();
  await lms.close();
});

const person = {
  name: 'Fatou Diallo',
  email: 'fatou@ecole.example',
  [names.presentation]: { return_url: 'https://lms.example/back?sesskey=SessKey123' },
};

async function refreshed({ refreshToken }: SessionAnswer): Promise<SessionAnswer> {
  const response = await fetch(`${tool.localUrl}/api/session/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  return (await response.json()) as SessionAnswer;
}

function countRegistrations(): number {
  return tool.log.split('\n').filter((line) => line.includes('/lti/register') && line.includes('"status"'))
    .length;
}

it('the log has no secret, token, name or address of a person', async () => {
  const session = await launchToSession(tool.localUrl, lms, 'subject-of-fatou', person);
  const next = await refreshed(session);
  await fetch(`${tool.localUrl}/api/attempt`, { headers: { authorization: `Bearer ${next.accessToken}` } });

  const { state, nonce, cookie } = await loginAt(tool.localUrl, lms);
  const idToken = await lms.sign(
    lms.claims(`${tool.localUrl}/lti/launch`, nonce, { ...person, iss: 'other' }),
  );
  const launch = { method: 'POST', body: new URLSearchParams({ state, id_token: idToken }) } as const;
  expect((await fetch(`${tool.localUrl}/lti/launch`, { ...launch, headers: { cookie } })).status).toBe(401);
  const broken = await fetch(`${tool.localUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"code":"BrokenBody123',
  });
  expect(broken.status).toBe(400);

  const pass = 'registration_token=LmsPass123&openid_configuration=https://127.0.0.1:9/c';
  expect((await fetch(`${tool.localUrl}${invitation}?${pass}`)).status).toBe(200);
  const pressed = { method: 'POST', body: new URLSearchParams(pass) } as const;
  expect((await fetch(`${tool.localUrl}${invitation}`, pressed)).status).toBe(400);
  // The log line of a request comes after its response.
  await until('the last request in the log', () => (countRegistrations() >= 2 ? true : undefined));

  const secrets = [
    ...[session.accessToken, session.refreshToken, next.accessToken, next.refreshToken],
    ...[state, nonce, cookie.split('=')[1] ?? '', ...idToken.split('.')],
    ...[invitation.split('/').at(-1) ?? '', 'LmsPass123', 'BrokenBody123', 'SessKey123'],
    ...['Fatou', 'fatou@', 'subject-of-fatou'],
  ];
  expect(secrets.every((secret) => secret.length >= 5)).toBe(true);
  expect(secrets.filter((secret) => tool.log.includes(secret))).toEqual([]);
});
