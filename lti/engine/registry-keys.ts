/** Public keys are published as long as their row exists. */
import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientRef } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';

/** ltijs passes a key to request sealing; the plugin uses its own. */
export const sealedMark = 'sealed';

/** Published before it signs: a platform may cache our set for five minutes. */
const signsAfterMs = 10 * 60_000;
/** For stored messages and slow caches. */
const staysMs = 30 * 24 * 3_600_000;

export interface KeyRotation {
  readonly kid: string;
  /** Milliseconds; start of the new key. */
  readonly signsFrom: number;
  /** Until then the old keys are published. */
  readonly oldUntil: number;
}

/** Off the event loop, which ltijs blocks for seconds. Returns the kid. */
export async function addKeyPair(database: LtijsDatabase, client: ClientRef): Promise<string> {
  const kid = randomBytes(16).toString('hex');
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const index = { kid, ...ownedBy(client) };
  // Public first: a signing key must be published.
  await database.Insert(sealedMark, 'publickey', { key: pair.publicKey, kid }, index);
  await database.Insert(sealedMark, 'privatekey', { key: pair.privateKey, kid }, index);
  return kid;
}

/** The oldest unexpired; it expires when its successor may sign. */
export async function findSigningKey(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<{ readonly kid: string; readonly privateKey: string } | undefined> {
  const rows = await database.Get(sealedMark, 'privatekey', ownedBy(client));
  // An expiry may reorder rows.
  const [row] = rows === false ? [] : rows.sort((a, b) => Number(a.createdAt) - Number(b.createdAt));
  return typeof row?.kid === 'string' && typeof row.key === 'string'
    ? { kid: row.kid, privateKey: row.key }
    : undefined;
}

export async function listPublicKeys(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<readonly JsonWebKey[]> {
  const rows = await database.Get(sealedMark, 'publickey', ownedBy(client));
  return (rows === false ? [] : rows).flatMap(({ kid, key }) =>
    typeof kid === 'string' && typeof key === 'string'
      ? [{ ...createPublicKey(key).export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }]
      : [],
  );
}

/** Old keys expire; their access tokens are dropped. */
export async function rotateKeys(
  database: LtijsDatabase,
  client: ClientRef,
  now: number,
): Promise<KeyRotation> {
  const [signsFrom, oldUntil] = [now + signsAfterMs, now + staysMs];
  const kid = await addKeyPair(database, client);
  await database.Retire('publickey', ownedBy(client), oldUntil, { except: { kid } });
  // If interrupted earlier, the old key goes on signing.
  await database.Retire('privatekey', ownedBy(client), signsFrom, { except: { kid } });
  await database.Delete('accesstoken', ownedBy(client));
  return { kid, signsFrom, oldUntil };
}

/** Then nothing can be signed for this platform. */
export async function deleteKeys(database: LtijsDatabase, client: ClientRef): Promise<void> {
  for (const collection of ['privatekey', 'publickey', 'accesstoken']) {
    await database.Delete(collection, ownedBy(client));
  }
}

function ownedBy({ issuer, clientId }: ClientRef): Record<string, string> {
  return { platformUrl: issuer, clientId };
}
