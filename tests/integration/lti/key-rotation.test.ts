import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createGuardedFetch } from '../../../lti/net/guarded-fetch.ts';
import { createLtiProvider } from '../../../lti/engine/provider.ts';
import type { LtiProvider } from '../../../lti/engine/provider.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { openTestStorage } from '../../support/test-storage.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const scope = ['https://purl.imsglobal.org/spec/lti-ags/scope/score'];

let storage: Storage;
let closeStorage: () => Promise<void>;
let provider: LtiProvider;
let server: Server;
let now: number;
let client: { issuer: string; clientId: string };
/** The key ids that token requests were signed with, each checked against the key set of that moment. */
let signedWith: string[];

/** A platform as strict as one can be: it verifies each assertion with the set it finds now. */
async function answerToken(assertion: string): Promise<number> {
  const set = JSON.parse(await provider.getKeySet()) as JSONWebKeySet;
  const options = { subject: client.clientId, currentDate: new Date(now) };
  const { protectedHeader } = await jwtVerify(assertion, createLocalJWKSet(set), options);
  return signedWith.push(protectedHeader.kid ?? '');
}

beforeAll(async () => {
  ({ storage, close: closeStorage } = await openTestStorage());
  provider = await createLtiProvider({
    rows: storage.ltiRows,
    encryptionKeys: [randomBytes(32)],
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true }),
    clock: () => now,
    randomToken: () => randomBytes(32).toString('base64url'),
  });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      answerToken(new URLSearchParams(body).get('client_assertion') ?? '').then(
        (count) => response.end(JSON.stringify({ access_token: `token-${count}`, expires_in: 3600 })),
        () => response.writeHead(400).end(),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  await closeStorage();
});

beforeEach(async () => {
  now = Date.parse('2026-11-25T12:00:00Z');
  signedWith = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = { issuer: url, clientId: randomBytes(8).toString('hex') };
  await provider.registerPlatform({
    ...client,
    name: 'LMS',
    authorizationUrl: `${url}/auth`,
    tokenUrl: `${url}/token`,
    keySetUrl: `${url}/keys`,
  });
  now += minuteMs;
});

const publishedKids = async (): Promise<string[]> => {
  const { keys } = JSON.parse(await provider.getKeySet()) as JSONWebKeySet;
  return keys.map(({ kid = '' }) => kid);
};

async function getToken(): Promise<string> {
  const answer = await provider.accessTokens.get(client, scope);
  return answer.ok ? answer.token : answer.reason;
}

it('a new key is published at once, signs after 10 minutes, and the old one stays published for 30 days', async () => {
  expect(await getToken()).toBe('token-1');
  const [oldKid = ''] = signedWith;
  const { kid, signsFrom, oldUntil } = await provider.rotateKeys(client);
  expect([signsFrom - now, oldUntil - now]).toEqual([10 * minuteMs, 30 * dayMs]);
  expect(await publishedKids()).toEqual(expect.arrayContaining([oldKid, kid]));
  // The cached token is gone, and platforms that still have the old set accept the next request.
  expect(await getToken()).toBe('token-2');
  now = signsFrom - 1;
  await provider.accessTokens.forget(client, scope);
  expect(await getToken()).toBe('token-3');
  now = signsFrom;
  await provider.accessTokens.forget(client, scope);
  expect(await getToken()).toBe('token-4');
  expect(signedWith).toEqual([oldKid, oldKid, oldKid, kid]);

  now = oldUntil - 1;
  expect(await publishedKids()).toEqual(expect.arrayContaining([oldKid, kid]));
  now = oldUntil;
  expect(await publishedKids()).not.toContain(oldKid);
  expect(await publishedKids()).toContain(kid);
  // Both halves of the old pair are rows that the sweep deletes.
  expect(await storage.ltiRows.deleteExpired(now, 100)).toBeGreaterThanOrEqual(2);
  expect(await storage.ltiRows.find('publickey', { kid: oldKid }, 0)).toEqual([]);
  expect(await storage.ltiRows.find('privatekey', { kid: oldKid }, 0)).toEqual([]);
  expect(await getToken()).toBe('token-5');
});

it('a second rotation meanwhile does not break token requests or extend the life of an old key', async () => {
  await getToken();
  const [oldKid = ''] = signedWith;
  const first = await provider.rotateKeys(client);
  now += minuteMs;
  const second = await provider.rotateKeys(client);
  for (const at of [
    now,
    first.signsFrom - 1,
    first.signsFrom,
    second.signsFrom,
    first.oldUntil,
    second.oldUntil,
  ]) {
    now = at;
    await provider.accessTokens.forget(client, scope);
    expect(await getToken()).toMatch(/^token-/);
  }
  expect(signedWith).toEqual([oldKid, oldKid, oldKid, first.kid, second.kid, second.kid, second.kid]);
  expect(await publishedKids()).not.toContain(first.kid);
});

it('a rotation leaves the keys and tokens of other platforms unchanged', async () => {
  await getToken();
  const mine = client;
  client = { ...mine, clientId: 'neighbour' };
  await provider.registerPlatform({
    ...client,
    name: 'LMS',
    authorizationUrl: `${mine.issuer}/auth`,
    tokenUrl: `${mine.issuer}/token`,
    keySetUrl: `${mine.issuer}/keys`,
  });
  expect(await getToken()).toBe('token-2');
  await provider.rotateKeys(mine);
  expect(await getToken()).toBe('token-2');
  expect(signedWith).toHaveLength(2);
});

it('an inactive platform gets no token, and new keys when activated again if it had none', async () => {
  await provider.setPlatformActive(client, false);
  expect(await getToken()).toBe('unregistered');
  await provider.deleteKeys(client);
  await provider.setPlatformActive(client, true);
  expect(await getToken()).toBe('token-1');
  expect(await publishedKids()).toContain(signedWith[0]);
});

it('a platform that is registered as inactive is inactive at once', async () => {
  const fresh = { ...client, clientId: 'fresh' };
  const registration = {
    ...fresh,
    name: 'LMS',
    authorizationUrl: 'x',
    tokenUrl: 'x',
    keySetUrl: 'x',
    active: false,
  };
  await provider.registerPlatform(registration);
  expect(await provider.accessTokens.get(fresh, scope)).toEqual({ ok: false, reason: 'unregistered' });
  await expect(provider.setPlatformActive({ ...client, clientId: 'unknown' }, true)).rejects.toThrow(
    'lti.registration-unknown',
  );
});

it('an assertion names the platform’s authorization server if it has one', async () => {
  const audiences: unknown[] = [];
  const listener = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const [, payload = ''] = (new URLSearchParams(body).get('client_assertion') ?? '').split('.');
      audiences.push((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { aud: unknown }).aud);
      response.end(JSON.stringify({ access_token: 't' }));
    });
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const tokenUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/token`;
  const tokenAudience = 'https://api.brightspace.com/auth/token';
  const registration = {
    ...client,
    clientId: 'd2l',
    name: 'LMS',
    authorizationUrl: 'x',
    tokenUrl,
    keySetUrl: 'x',
  };
  await provider.registerPlatform({ ...registration, tokenAudience });
  await provider.accessTokens.get({ ...client, clientId: 'd2l' }, scope);
  expect(audiences).toEqual([tokenAudience]);
  await new Promise((done) => listener.close(done));
});
