import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { createAccessTokens } from '../../../../lti/engine/access-tokens.ts';
import type { SigningIdentity, TokenStore } from '../../../../lti/engine/access-tokens.ts';

const client = { issuer: 'https://lms.example', clientId: 'c' };

it('a token that arrives after its platform was removed is not used for a call', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tokenUrl = 'https://lms.example/token';
  let identity: SigningIdentity | undefined = {
    kid: 'k',
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    tokenUrl,
    audience: tokenUrl,
  };
  const stored = new Map<string, { token: string; expiresAt: number }>();
  const store: TokenStore = {
    find: (_client, scopes) => Promise.resolve(stored.get(scopes)),
    put: (_client, scopes, token) => Promise.resolve(void stored.set(scopes, token)),
    remove: (_client, scopes) => Promise.resolve(void stored.delete(scopes)),
  };
  const tokens = createAccessTokens({
    findIdentity: () => Promise.resolve(identity),
    tokens: store,
    guardedFetch: () => {
      identity = undefined;
      stored.clear();
      const body = JSON.stringify({ access_token: 'late', expires_in: 3_600 });
      return Promise.resolve({ ok: true, status: 200, headers: new Headers(), body });
    },
    clock: () => 1_000_000,
    randomToken: () => 'jti',
  });
  await tokens.get(client, ['score']);
  expect(await tokens.get(client, ['score'])).toEqual({ ok: false, reason: 'unregistered' });
});
