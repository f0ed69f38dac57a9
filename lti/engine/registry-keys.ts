/**
 * Our key pairs, one or more for each registration: which one signs, how the next takes over, and when the last one
 * goes. Public keys are in the key set for as long as their row lives.
 */
import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientRef } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';

/** ltijs passes its key where a row is to be sealed; the plugin has keys of its own, and this is only the mark. */
export const sealedMark = 'sealed';

/**
 * A new key is in the set before it signs: a platform that keeps our set for as long as we allow (five minutes, see
 * GET /lti/keys) and does not ask again for a key it doesn't know would else refuse us meanwhile.
 */
const signsAfterMs = 10 * 60_000;
/** How long an old key can still be looked up: for messages kept by a platform, and for its slowest cache. */
const staysMs = 30 * 24 * 3_600_000;

export interface KeyRotation {
  readonly kid: string;
  /** From then on the new key signs; milliseconds since 1970 UTC. */
  readonly signsFrom: number;
  /** Until then the old ones are in the key set. */
  readonly oldUntil: number;
}

/** Makes a pair off the event loop; ltijs's own way blocks it for seconds. Answers its kid. */
export async function addKeyPair(database: LtijsDatabase, client: ClientRef): Promise<string> {
  const kid = randomBytes(16).toString('hex');
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const index = { kid, ...ownedBy(client) };
  // Public first: no moment at which we could sign with a key that nobody finds.
  await database.Insert(sealedMark, 'publickey', { key: pair.publicKey, kid }, index);
  await database.Insert(sealedMark, 'privatekey', { key: pair.privateKey, kid }, index);
  return kid;
}

/** The key that signs: the oldest one that lives, since an old one ends when the new one's time has come. */
export async function findSigningKey(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<{ readonly kid: string; readonly privateKey: string } | undefined> {
  const rows = await database.Get(sealedMark, 'privatekey', ownedBy(client));
  // By their own time: a row that was given an end may have moved to the end of the list.
  const [row] = rows === false ? [] : rows.sort((a, b) => Number(a.createdAt) - Number(b.createdAt));
  return typeof row?.kid === 'string' && typeof row.key === 'string'
    ? { kid: row.kid, privateKey: row.key }
    : undefined;
}

/** What a platform checks our signatures with: the keys of this registration and of no other. */
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

/** Adds a pair and gives the old ones an end. Access tokens got with an old key are dropped. */
export async function rotateKeys(
  database: LtijsDatabase,
  client: ClientRef,
  now: number,
): Promise<KeyRotation> {
  const [signsFrom, oldUntil] = [now + signsAfterMs, now + staysMs];
  const kid = await addKeyPair(database, client);
  await database.Retire('publickey', ownedBy(client), oldUntil, { except: { kid } });
  // With this the rotation holds: cut short before, the old key goes on signing.
  await database.Retire('privatekey', ownedBy(client), signsFrom, { except: { kid } });
  await database.Delete('accesstoken', ownedBy(client));
  return { kid, signsFrom, oldUntil };
}

/** Nothing can be signed for this platform any more, and its tokens are gone. */
export async function deleteKeys(database: LtijsDatabase, client: ClientRef): Promise<void> {
  for (const collection of ['privatekey', 'publickey', 'accesstoken']) {
    await database.Delete(collection, ownedBy(client));
  }
}

function ownedBy({ issuer, clientId }: ClientRef): Record<string, string> {
  return { platformUrl: issuer, clientId };
}
