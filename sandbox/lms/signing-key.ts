import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { StoredState } from './stored-state.ts';

export async function createSigningKey(): Promise<StoredState['keys'][number]> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid: randomBytes(10).toString('hex'), privateJwk: { ...(await exportJWK(privateKey)) } };
}
