import { exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { createSigningKey } from './signing-key.ts';
import type { Store } from './store.ts';

/** All but `platform` are wrong on purpose, to test a tool's defences. */
type Signature = 'platform' | 'none' | 'hs256' | 'stranger';

interface PlatformKeySet {
  readonly keys: readonly JWK[];
}

export interface PlatformKeys {
  publicKeySet(): PlatformKeySet;
  /** A null header member is removed. */
  sign(claims: JWTPayload, signature: Signature, header: Readonly<Record<string, unknown>>): Promise<string>;
  /** The new key signs at once; the old one remains published only if `keepOld`. */
  rotate(keepOld: boolean): Promise<void>;
}

function encodePart(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function publicPart(kid: string, privateJwk: Readonly<Record<string, unknown>>): JWK {
  return { kty: 'RSA', alg: 'RS256', kid, e: String(privateJwk.e), n: String(privateJwk.n), use: 'sig' };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('An RSA key was expected.');
  return key;
}

function currentKey(store: Store): { kid: string; privateJwk: JWK; publicJwk: JWK } {
  const [current] = store.state.keys;
  if (current === undefined) throw new Error('The platform has no key.');
  const publicJwk = publicPart(current.kid, current.privateJwk);
  return { kid: current.kid, privateJwk: { ...current.privateJwk, kty: 'RSA' }, publicJwk };
}

async function signingSecret(
  store: Store,
  signature: 'platform' | 'hs256' | 'stranger',
): Promise<CryptoKey | Uint8Array> {
  const { privateJwk, publicJwk } = currentKey(store);
  switch (signature) {
    case 'platform':
      return importKey(privateJwk);
    case 'hs256':
      // The classic confusion attack: the public key as shared secret.
      return new TextEncoder().encode(await exportSPKI(await importKey(publicJwk)));
    case 'stranger':
      return (await generateKeyPair('RS256')).privateKey;
  }
}

export function createPlatformKeys(store: Store): PlatformKeys {
  return {
    publicKeySet() {
      return { keys: store.state.keys.map((key) => publicPart(key.kid, key.privateJwk)) };
    },
    async sign(claims, signature, header) {
      const algorithms = { platform: 'RS256', stranger: 'RS256', hs256: 'HS256', none: 'none' } as const;
      const alg = algorithms[signature];
      const wanted: Record<string, unknown> = { typ: 'JWT', alg, kid: currentKey(store).kid, ...header };
      const present = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
      if (signature === 'none') return `${encodePart(present)}.${encodePart(claims)}.`;
      const secret = await signingSecret(store, signature);
      return new SignJWT(claims).setProtectedHeader({ ...present, alg }).sign(secret);
    },
    async rotate(keepOld) {
      const fresh = await createSigningKey();
      store.state.keys = keepOld ? [fresh, ...store.state.keys] : [fresh];
      store.commit();
    },
  };
}
