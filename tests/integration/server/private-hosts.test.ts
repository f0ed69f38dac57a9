/** A call to a private host is logged with the request that it was made for. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { createAccessTokens } from '../../../lti/engine/access-tokens.ts';
import { createGuardedFetch } from '../../../lti/net/guarded-fetch.ts';
import { createRoster } from '../../../lti/services/roster.ts';
import { everyone } from '../../../server/reporting/reach.ts';
import { readActivityRoster } from '../../../server/reporting/roster.ts';
import { sampleLaunch, sampleRegistration } from '../../contract/storage/sample-rows.ts';
import { TestLms } from '../../support/lti-lms.ts';
import { startTestTool } from '../../support/start-lti-tool.ts';
import { openTestStorage } from '../../support/test-storage.ts';

// Nobody listens there.
const host = 'moodle.intranet.example';
const url = `https://${host}:1/somewhere`;
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();

it('a key set at a private address is logged with the request of the launch', async () => {
  const lms = await TestLms.start();
  const tool = await startTestTool(lms, { keySetUrl: url });
  try {
    expect((await tool.launch(lms)).code).toBe('lti.key-set-unreachable');
    const { requestId } = tool.log.find(({ message }) => message === 'lti.refused')?.details as {
      readonly requestId: string;
    };
    expect(requestId).toBeTypeOf('string');
    const noted = { level: 'info', message: 'lti.private-host-used', details: { requestId, hostname: host } };
    expect(tool.log).toContainEqual(noted);
  } finally {
    await tool.close();
    await lms.close();
  }
});

it.each([
  ['the token', undefined, 'token unreachable'],
  ['the list', { token: 'kept', expiresAt: 3_600_000 }, 'unreachable'],
])('a roster with %s at a private address is logged with its request', async (_what, kept, detail) => {
  const { storage, close } = await openTestStorage();
  const noted: unknown[] = [];
  const note = (details: object, message: string): void => void noted.push({ ...details, message });
  const guardedFetch = createGuardedFetch({
    allowInsecureLoopback: false,
    resolve: () => Promise.resolve(['127.0.0.1']),
    findPrivateHosts: () => Promise.resolve([host]),
    notePrivateHost: () => noted.push('in the log of nobody’s request'),
  });
  const clock = (): number => 0;
  const accessTokens = createAccessTokens({
    findIdentity: () => Promise.resolve({ kid: 'k', privateKey, tokenUrl: url, audience: url }),
    tokens: {
      find: () => Promise.resolve(kept),
      put: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
    guardedFetch,
    clock,
    randomToken: () => 'jti',
  });
  const roster = createRoster({ accessTokens, guardedFetch, clock });
  await storage.platforms.insertRegistration(sampleRegistration());
  const people = { personId: 'person-1', resourceLinkId: 'link-1' };
  const launch = { ...sampleLaunch({ membershipsUrl: url }), ...people, reach: everyone };
  const groupNames = { read: () => Promise.resolve([]) };
  const log = { info: note, warn: note, error: note };
  expect(await readActivityRoster({ storage, roster, groupNames, log }, launch)).toEqual({
    state: 'unreachable',
  });
  await close();
  expect(noted).toEqual([
    { message: 'lti.private-host-used', hostname: host },
    { message: 'roster.not-read', launch: launch.id, outcome: 'unreachable', detail },
  ]);
});
