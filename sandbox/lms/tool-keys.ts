/** Fetches and caches the tool's keys; fetches again if a signature does not fit. */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import type { Faults } from './faults.ts';

const FETCH_TIMEOUT_MS = 3000;
const MAX_BYTES = 200_000;

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

export class KeySetUnavailable extends Error {}

export interface ToolKeys {
  /** @throws KeySetUnavailable */
  verify(token: string, keySetUrl: string, options: JWTVerifyOptions): Promise<JWTPayload>;
  forget(): void;
}

async function fetchKeySet(url: string): Promise<JSONWebKeySet> {
  try {
    const answer = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'SandboxLmsBot/1.0' },
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`The key set answered ${answer.status}.`);
    const text = await answer.text();
    if (text.length > MAX_BYTES) throw new Error('The key set is too long.');
    return keySetSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new KeySetUnavailable(url, { cause });
  }
}

export function createToolKeys(faults: Pick<Faults, 'toolKeysBlocked'>): ToolKeys {
  const cached = new Map<string, JSONWebKeySet>();
  const refresh = async (url: string): Promise<JSONWebKeySet> => {
    if (faults.toolKeysBlocked) throw new KeySetUnavailable(url);
    const keySet = await fetchKeySet(url);
    cached.set(url, keySet);
    return keySet;
  };
  return {
    forget() {
      cached.clear();
    },
    async verify(token, keySetUrl, options) {
      const verifyWith = async (keySet: JSONWebKeySet): Promise<JWTPayload> => {
        const { payload } = await jwtVerify(token, createLocalJWKSet(keySet), {
          ...options,
          algorithms: ['RS256', 'ES256'],
        });
        return payload;
      };
      const keySet = cached.get(keySetUrl);
      if (keySet === undefined) return verifyWith(await refresh(keySetUrl));
      try {
        return await verifyWith(keySet);
      } catch (error) {
        // The keys may have changed. If fetching fails, the first result counts.
        const fresh = await refresh(keySetUrl).catch(() => undefined);
        if (fresh === undefined) throw error;
        return verifyWith(fresh);
      }
    },
  };
}
