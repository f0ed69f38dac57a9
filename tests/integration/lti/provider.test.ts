import { createPublicKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createGuardedFetch } from '../../../lti/net/guarded-fetch.ts';
import type { Agreement } from '../../../lti/engine/judgements.ts';
import { createLtiProvider } from '../../../lti/engine/provider.ts';
import type { LtiProvider } from '../../../lti/engine/provider.ts';
import type { PlatformJwk } from '../../../lti/net/key-sets.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import { arePromisesFollowed } from '../../support/followed-promises.ts';
import { TestLms } from '../../support/lti-lms.ts';
import { openTestStorage } from '../../support/test-storage.ts';

const KeySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string() })),
});

let lms: TestLms;
let storage: Storage;
let provider: LtiProvider;
let closeStorage: () => Promise<void>;
const time = { offsetMs: 0 };
const encryptionKeys = [randomBytes(32)] as const;
const target = 'https://tool.example/lti/launch';

const makeProvider = (): Promise<LtiProvider> =>
  createLtiProvider({
    rows: storage.ltiRows,
    encryptionKeys,
    guardedFetch: createGuardedFetch({ allowInsecureLoopback: true, timeoutMs: 300 }),
    clock: () => Date.now() + time.offsetMs,
    randomToken: () => randomBytes(32).toString('base64url'),
  });

const registration = (tokenUrl = `${lms.issuer}/token`, clientId = lms.clientId) => ({
  name: 'LMS',
  issuer: lms.issuer,
  clientId,
  authorizationUrl: `${lms.issuer}/auth`,
  tokenUrl,
  keySetUrl: lms.keySetUrl,
});

beforeAll(async () => {
  lms = await TestLms.start();
  ({ storage, close: closeStorage } = await openTestStorage());
  provider = await makeProvider();
  await provider.registerPlatform(registration());
});

afterAll(async () => {
  await closeStorage();
  await lms.close();
});

function publicJwk(): PlatformJwk {
  const { kid = '', n = '', e = '' } = lms.keySet.keys[0] ?? {};
  return { kty: 'RSA', alg: 'RS256', kid, n, e };
}

async function agree(idToken: string, issuer = lms.issuer): Promise<Agreement> {
  return provider.agree({ idToken, state: randomBytes(32).toString('base64url'), issuer, jwk: publicJwk() });
}

describe('the second validation of a launch by ltijs', () => {
  it('accepts a valid launch and fetches no key set', async () => {
    const before = lms.keySetRequests;
    expect(await agree(await lms.sign(lms.claims(target, 'n1')))).toEqual({ agreed: true });
    expect(lms.keySetRequests).toBe(before);
  });

  it('refuses a nonce that was used, also if twenty arrive at a time', async () => {
    const idToken = await lms.sign(lms.claims(target, 'n2'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => agree(idToken)));
    expect(answers.filter(({ agreed }) => agreed)).toHaveLength(1);
  });

  it.each([
    ['another issuer than the login’s', {}, 'https://other.example', 'ISS_CLAIM_DOES_NOT_MATCH'],
    ['an expired token', { exp: 1_600_000_000 }, undefined, 'jwt expired'],
    ['a client that is not registered', { aud: 'stranger' }, undefined, 'UNREGISTERED_PLATFORM'],
    ['a token without sub', { sub: undefined }, undefined, 'NO_SUB_CLAIM'],
  ])('refuses %s', async (name, claims, issuer, reason) => {
    const idToken = await lms.sign(lms.claims(target, `nonce of ${name}`, claims));
    expect(await agree(idToken, issuer)).toEqual({ agreed: false, reason });
  });

  it('refuses a signature by a key of another platform', async () => {
    const stranger = await TestLms.start();
    const idToken = await stranger.sign({ ...lms.claims(target, 'n3') });
    await stranger.close();
    expect(await agree(idToken)).toMatchObject({ agreed: false });
  });

  it('validates launches of two platforms in turn and in parallel, each with its own key', async () => {
    const other = await TestLms.start();
    await provider.registerPlatform({ ...registration(), issuer: other.issuer, keySetUrl: other.keySetUrl });
    const { kid = '', n = '', e = '' } = other.keySet.keys[0] ?? {};
    const jwk: PlatformJwk = { kty: 'RSA', alg: 'RS256', kid, n, e };
    const launches = Array.from({ length: 10 }, (_, at) => [
      async () => agree(await lms.sign(lms.claims(target, `mine-${at}`))),
      async () => {
        const idToken = await other.sign(other.claims(target, `theirs-${at}`));
        return provider.agree({ idToken, state: 's'.repeat(43), issuer: other.issuer, jwk });
      },
    ]).flat();
    const answers = [];
    for (const launch of launches.slice(0, 6)) answers.push(await launch());
    answers.push(...(await Promise.all(launches.slice(6).map((launch) => launch()))));
    await other.close();
    expect(answers).toEqual(launches.map(() => ({ agreed: true })));
  });

  it('lets Node track promises only until its verdict, whatever that is', async () => {
    expect(await arePromisesFollowed()).toBe(false);
    const good = await lms.sign(lms.claims(target, 'followed'));
    for (const agreed of [true, false]) {
      expect(await agree(good)).toMatchObject({ agreed });
      expect(await arePromisesFollowed()).toBe(false);
    }
    await Promise.all(['', 'x.y.z', good].map((idToken) => agree(idToken)));
    expect(await arePromisesFollowed()).toBe(false);
  });

  it('installs no signal handlers and lets several engines run in one process', async () => {
    const before = process.listenerCount('SIGINT');
    const second = await makeProvider();
    expect(process.listenerCount('SIGINT')).toBe(before);
    const idToken = await lms.sign(lms.claims(target, 'n4'));
    expect(
      await second.agree({ idToken, state: 's'.repeat(43), issuer: lms.issuer, jwk: publicJwk() }),
    ).toEqual({ agreed: true });
  });
});

describe('the platform registry', () => {
  it('publishes one public key per platform, and nothing private', async () => {
    await provider.registerPlatform(registration(undefined, 'client-keys'));
    const text = await provider.getKeySet();
    const { keys } = KeySet.parse(JSON.parse(text));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
    expect(keys.every((key) => key.use === 'sig' && key.alg === 'RS256' && key.d === undefined)).toBe(true);
  });

  it('stores the private key encrypted', async () => {
    const rows = await storage.ltiRows.find('privatekey', {}, 0);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
  });

  it('changes nothing if the same platform is added again', async () => {
    const first = await provider.registerPlatform(registration());
    expect(await provider.registerPlatform(registration())).toEqual(first);
  });

  it('refuses to overwrite the addresses of a known platform', async () => {
    await expect(provider.registerPlatform(registration('https://evil.example/token'))).rejects.toThrow(
      'lti.registration-exists',
    );
  });
});

describe('access tokens', () => {
  interface Answer {
    readonly status: number;
    readonly body: string;
    readonly type?: string;
  }

  /** A token endpoint; returns what it was sent. */
  async function withEndpoint(
    answer: (count: number) => Answer,
    work: (
      client: { issuer: string; clientId: string },
      forms: URLSearchParams[],
      url: string,
    ) => Promise<void>,
  ): Promise<void> {
    const forms: URLSearchParams[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        forms.push(new URLSearchParams(body));
        const { status, body: text, type = 'text/html' } = answer(forms.length);
        if (status !== 0) response.writeHead(status, { 'content-type': type }).end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
    const clientId = randomBytes(8).toString('hex');
    await provider.registerPlatform(registration(url, clientId));
    try {
      await work({ issuer: lms.issuer, clientId }, forms, url);
    } finally {
      time.offsetMs = 0;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  const granted = (count: number): Answer => ({
    status: 200,
    // Moodle's response: JSON as text/html; Open edX writes "bearer".
    body: JSON.stringify({
      access_token: `token-${count}`,
      token_type: 'bearer',
      expires_in: 3600,
      scope: 'a b',
    }),
  });

  it('are requested with an assertion that the published key verifies', async () => {
    await withEndpoint(granted, async (client, forms, url) => {
      expect(await provider.accessTokens.get(client, ['b', 'a'])).toEqual({ ok: true, token: 'token-1' });
      const form = forms[0] ?? new URLSearchParams();
      expect(form.get('grant_type')).toBe('client_credentials');
      expect(form.get('scope')).toBe('a b');
      const { keys } = KeySet.parse(JSON.parse(await provider.getKeySet()));
      const { payload } = await jwtVerify(form.get('client_assertion') ?? '', createLocalJWKSet({ keys }), {
        issuer: client.clientId,
        subject: client.clientId,
        audience: url,
        algorithms: ['RS256'],
      });
      expect(payload.jti).toHaveLength(43);
      // Moodle has no leeway for an assertion from the future.
      expect(payload.iat).toBeLessThan(Date.now() / 1000 - 4);
    });
  });

  it('are requested once for fifty callers, and cached until a minute before they expire', async () => {
    await withEndpoint(granted, async (client, forms) => {
      await Promise.all(Array.from({ length: 50 }, () => provider.accessTokens.get(client, ['a'])));
      time.offsetMs = 58 * 60_000;
      await provider.accessTokens.get(client, ['a']);
      expect(forms).toHaveLength(1);
      time.offsetMs = 59 * 60_000 + 1000;
      expect(await provider.accessTokens.get(client, ['a'])).toEqual({ ok: true, token: 'token-2' });
    });
  });

  it('are shared with another process through the database', async () => {
    await withEndpoint(granted, async (client, forms) => {
      await provider.accessTokens.get(client, ['a']);
      const other = await makeProvider();
      expect(await other.accessTokens.get(client, ['a'])).toEqual({ ok: true, token: 'token-1' });
      expect(forms).toHaveLength(1);
    });
  });

  it('are requested again once deleted', async () => {
    await withEndpoint(granted, async (client) => {
      await provider.accessTokens.get(client, ['a']);
      await provider.accessTokens.forget(client, ['a']);
      expect(await provider.accessTokens.get(client, ['a'])).toEqual({ ok: true, token: 'token-2' });
    });
  });

  it.each([
    ['a refusal', { status: 400, body: '{"error":"invalid_scope"}' }, 'refused'],
    ['an error page', { status: 404, body: '<html>' }, 'refused'],
    ['an outage', { status: 502, body: '' }, 'unreachable'],
    ['silence', { status: 0, body: '' }, 'unreachable'],
    ['a redirect', { status: 302, body: '' }, 'unreachable'],
    ['no JSON', { status: 200, body: '<html>' }, 'unreadable'],
    ['no token', { status: 200, body: '{"token_type":"Bearer"}' }, 'unreadable'],
  ])('report the failure of %s', async (_name, answer, reason) => {
    await withEndpoint(
      () => answer,
      async (client) => {
        expect(await provider.accessTokens.get(client, ['a'])).toEqual({ ok: false, reason });
      },
    );
  });

  it('are not requested if the platform is unknown', async () => {
    const nobody = { issuer: 'https://nobody.example', clientId: 'x' };
    expect(await provider.accessTokens.get(nobody, ['a'])).toEqual({ ok: false, reason: 'unregistered' });
  });
});

describe('the tool’s keys', () => {
  it('have 2048 bits or more', async () => {
    const { keys } = KeySet.parse(JSON.parse(await provider.getKeySet()));
    for (const key of keys) {
      const size = createPublicKey({ key: { ...key }, format: 'jwk' }).asymmetricKeyDetails?.modulusLength;
      expect(size).toBeGreaterThanOrEqual(2048);
    }
  });
});
