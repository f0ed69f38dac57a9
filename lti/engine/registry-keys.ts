/** A public key is published as long as its row exists. */
import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientRef } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';

/** By passing a key ltijs asks to seal the row; the plugin uses its own key. */
export const sealedMark = 'sealed';

/** A new key is published this long before it signs: a platform may cache our set for five minutes. */
const signsAfterMs = 10 * 60_000;
/** The old public key stays this long, for stored messages and slow caches. */
const staysMs = 30 * 24 * 3_600_000;

export interface KeyRotation {
  readonly kid: string;
  /** When the new key begins to sign, ms since 1970 UTC. */
  readonly signsFrom: number;
  /** Until then the old keys are published. */
  readonly oldUntil: number;
}

/** Generates the keys off the event loop, which ltijs would block for seconds. Returns the kid. */
export async function addKeyPair(database: LtijsDatabase, client: ClientRef): Promise<string> {
  const kid = randomBytes(16).toString('hex');
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const index = { kid, ...ownedBy(client) };
  // The public key first: a key that signs must be published.
  await database.Insert(sealedMark, 'publickey', { key: pair.publicKey, kid }, index);
  await database.Insert(sealedMark, 'privatekey', { key: pair.privateKey, kid }, index);
  return kid;
}

/** The oldest key that has not expired; it expires when its successor may sign. */
export async function findSigningKey(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<{ readonly kid: string; readonly privateKey: string } | undefined> {
  const rows = await database.Get(sealedMark, 'privatekey', ownedBy(client));
  // Setting an expiry may reorder rows.
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

/** Old keys get an expiry; access tokens obtained with them are dropped. */
export async function rotateKeys(
  database: LtijsDatabase,
  client: ClientRef,
  now: number,
): Promise<KeyRotation> {
  const [signsFrom, oldUntil] = [now + signsAfterMs, now + staysMs];
  const kid = await addKeyPair(database, client);
  await database.Retire('publickey', ownedBy(client), oldUntil, { except: { kid } });
  // If interrupted before this, the old key goes on signing.
  await database.Retire('privatekey', ownedBy(client), signsFrom, { except: { kid } });
  await database.Delete('accesstoken', ownedBy(client));
  return { kid, signsFrom, oldUntil };
}

/** Afterwards nothing can be signed for this platform. */
export async function deleteKeys(database: LtijsDatabase, client: ClientRef): Promise<void> {
  for (const collection of ['privatekey', 'publickey', 'accesstoken']) {
    await database.Delete(collection, ownedBy(client));
  }
}

/** Of a registration that failed. */
export async function deleteKeyPair(database: LtijsDatabase, kid: string): Promise<void> {
  await database.Delete('privatekey', { kid });
  await database.Delete('publickey', { kid });
}

function ownedBy({ issuer, clientId }: ClientRef): Record<string, string> {
  return { platformUrl: issuer, clientId };
}
