/**
 * What ltijs's registry holds, written without ltijs: its own way makes keys on the event loop (seconds) and
 * overwrites the addresses of a known platform silently. Rows have the shape that ltijs reads.
 */
import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ClientRef, TokenShelf } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';

export interface PlatformRegistration extends ClientRef {
  readonly name: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
}

/** ltijs passes its key where a row is to be sealed; the plugin has keys of its own, and this is only the mark. */
const sealedMark = 'sealed';

/**
 * Adds a platform with a key pair of its own; the same registration again changes nothing.
 * @throws Error `lti.registration-exists` where issuer and client id are taken with other addresses
 */
export async function registerPlatform(
  database: LtijsDatabase,
  registration: PlatformRegistration,
): Promise<{ readonly kid: string }> {
  const { issuer, clientId } = registration;
  const client = { platformUrl: issuer, clientId };
  const addresses = {
    authEndpoint: registration.authorizationUrl,
    accesstokenEndpoint: registration.tokenUrl,
    authConfig: { method: 'JWK_SET', key: registration.keySetUrl },
  };
  const present = await database.Get(false, 'platform', client);
  if (present !== false) {
    const kept = present[0] ?? {};
    const same = Object.entries(addresses).every(
      ([name, value]) => JSON.stringify(kept[name]) === JSON.stringify(value),
    );
    // ltijs would overwrite the addresses silently: a way to take over a platform.
    if (!same || typeof kept.kid !== 'string') throw new Error('lti.registration-exists');
    return { kid: kept.kid };
  }
  const kid = randomBytes(16).toString('hex');
  const pair = await generateKeys();
  const index = { kid, ...client };
  await database.Insert(sealedMark, 'privatekey', { key: pair.privateKey, kid }, index);
  await database.Insert(sealedMark, 'publickey', { key: pair.publicKey, kid }, index);
  await database.Insert(false, 'platform', { platformName: registration.name, kid, ...client, ...addresses });
  return { kid };
}

/** Off the event loop; ltijs's own way blocks it for seconds. */
async function generateKeys(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

/** Access tokens in the registry's rows, so that all processes share them. */
export function createTokenShelf(database: LtijsDatabase, clock: () => number): TokenShelf {
  const indexOf = ({ issuer, clientId }: ClientRef, scopes: string): Record<string, string> => ({
    platformUrl: issuer,
    clientId,
    scopes,
  });
  return {
    async find(client, scopes) {
      const rows = await database.Get(sealedMark, 'accesstoken', indexOf(client, scopes));
      const { token, expiresAt } = (rows === false ? undefined : rows[0]) ?? {};
      const usable = typeof token === 'string' && typeof expiresAt === 'number' && expiresAt > clock();
      return usable ? { token, expiresAt } : undefined;
    },
    async put(client, scopes, kept) {
      const index = indexOf(client, scopes);
      await database.Replace(sealedMark, 'accesstoken', index, { ...kept }, index);
    },
    async remove(client, scopes) {
      await database.Delete('accesstoken', indexOf(client, scopes));
    },
  };
}
