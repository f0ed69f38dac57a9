/**
 * Our key pairs, one or more for each registration. A public key is in the key set as long as its row exists.
 */
import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientRef } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';

/** ltijs passes its key to mark a row for sealing; the plugin uses its own keys. */
export const sealedMark = 'sealed';

/**
 * A new key is published before it signs. A platform may cache our set for five minutes (GET /lti/keys)
 * without asking again for an unknown key, and would refuse us meanwhile.
 */
const signsAfterMs = 10 * 60_000;
/** Old keys stay for stored messages and slow caches. */
const staysMs = 30 * 24 * 3_600_000;

export interface KeyRotation {
  readonly kid: string;
  /** The new key signs from then on; milliseconds since 1970 UTC. */
  readonly signsFrom: number;
  /** The old keys are in the key set until then. */
  readonly oldUntil: number;
}

/** Generates the pair off the event loop, which ltijs would block for seconds. Returns its kid. */
export async function addKeyPair(database: LtijsDatabase, client: ClientRef): Promise<string> {
  const kid = randomBytes(16).toString('hex');
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const index = { kid, ...ownedBy(client) };
  // Public first, so that we never sign with an unpublished key.
  await database.Insert(sealedMark, 'publickey', { key: pair.publicKey, kid }, index);
  await database.Insert(sealedMark, 'privatekey', { key: pair.privateKey, kid }, index);
  return kid;
}

/** The oldest unexpired key signs: it expires when its successor may sign. */
export async function findSigningKey(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<{ readonly kid: string; readonly privateKey: string } | undefined> {
  const rows = await database.Get(sealedMark, 'privatekey', ownedBy(client));
  // Sorted by creation, because setting an expiry may move a row to the end of the list.
  const [row] = rows === false ? [] : rows.sort((a, b) => Number(a.createdAt) - Number(b.createdAt));
  return typeof row?.kid === 'string' && typeof row.key === 'string'
    ? { kid: row.kid, privateKey: row.key }
    : undefined;
}

/** The keys of this registration only. */
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

/** Adds a pair, sets an expiry on the old ones and drops the access tokens they obtained. */
export async function rotateKeys(
  database: LtijsDatabase,
  client: ClientRef,
  now: number,
): Promise<KeyRotation> {
  const [signsFrom, oldUntil] = [now + signsAfterMs, now + staysMs];
  const kid = await addKeyPair(database, client);
  await database.Retire('publickey', ownedBy(client), oldUntil, { except: { kid } });
  // The rotation takes effect here; if it is cut off before, the old key goes on signing.
  await database.Retire('privatekey', ownedBy(client), signsFrom, { except: { kid } });
  await database.Delete('accesstoken', ownedBy(client));
  return { kid, signsFrom, oldUntil };
}

/** Afterwards nothing can be signed for this platform, and its tokens are gone. */
export async function deleteKeys(database: LtijsDatabase, client: ClientRef): Promise<void> {
  for (const collection of ['privatekey', 'publickey', 'accesstoken']) {
    await database.Delete(collection, ownedBy(client));
  }
}

function ownedBy({ issuer, clientId }: ClientRef): Record<string, string> {
  return { platformUrl: issuer, clientId };
}
