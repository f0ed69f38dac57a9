/**
 * Replaces ltijs’s, which generates keys on the event loop (seconds) and overwrites a known platform’s
 * addresses. Rows have the same shape.
 */
import type { ClientRef, SigningIdentity, TokenStore } from './access-tokens.ts';
import type { LtijsDatabase } from './database-plugin.ts';
import { addKeyPair, deleteKeyPair, findSigningKey, sealedMark } from './registry-keys.ts';

export interface PlatformRegistration extends ClientRef {
  readonly name: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  /** Only if it differs from the token address (Brightspace). */
  readonly tokenAudience?: string;
  /** False: no launches or calls until it is approved. */
  readonly active?: boolean;
}

/**
 * Idempotent; creates a key pair.
 * @throws Error `lti.registration-exists` if issuer and client id have other addresses, or another call was first
 */
export async function registerPlatform(
  database: LtijsDatabase,
  registration: PlatformRegistration,
): Promise<{ readonly kid: string }> {
  const { issuer, clientId, tokenAudience, active = true } = registration;
  const client = { platformUrl: issuer, clientId };
  const addresses = {
    authEndpoint: registration.authorizationUrl,
    accesstokenEndpoint: registration.tokenUrl,
    authConfig: { method: 'JWK_SET', key: registration.keySetUrl },
    ...(tokenAudience === undefined ? {} : { authorizationServer: tokenAudience }),
  };
  const stored = await findRow(database, registration);
  if (stored !== undefined) {
    const same = Object.entries(addresses).every(
      ([name, value]) => JSON.stringify(stored[name]) === JSON.stringify(value),
    );
    // Overwriting would allow taking over a platform.
    if (!same) throw new Error('lti.registration-exists');
    return { kid: stored.kid };
  }
  const kid = await addKeyPair(database, registration);
  // Written first: to ltijs a platform without status is active.
  await writeStatus(database, kid, active);
  try {
    await database.Insert(false, 'platform', {
      platformName: registration.name,
      kid,
      ...client,
      ...addresses,
    });
  } catch (error) {
    await deleteKeyPair(database, kid);
    await database.Delete('platformStatus', { id: kid });
    const isTaken = error instanceof Error && 'code' in error && error.code === 'storage.duplicate';
    throw isTaken ? new Error('lti.registration-exists') : error;
  }
  return { kid };
}

/** Creates keys if they were deleted. */
export async function setPlatformActive(
  database: LtijsDatabase,
  client: ClientRef,
  active: boolean,
): Promise<void> {
  const row = await findRow(database, client);
  if (row === undefined) throw new Error('lti.registration-unknown');
  if (active && (await findSigningKey(database, client)) === undefined) await addKeyPair(database, client);
  await writeStatus(database, row.kid, active);
}

/** Undefined if unknown, inactive or without keys. */
export async function findIdentity(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<SigningIdentity | undefined> {
  const row = await findRow(database, client);
  return row !== undefined && (await isActive(database, row.kid))
    ? toIdentity(database, client, row)
    : undefined;
}

/** Also of an inactive platform; undefined if unknown or without keys. */
export async function findAnyIdentity(
  database: LtijsDatabase,
  client: ClientRef,
): Promise<SigningIdentity | undefined> {
  const row = await findRow(database, client);
  return row === undefined ? undefined : toIdentity(database, client, row);
}

async function toIdentity(
  database: LtijsDatabase,
  client: ClientRef,
  row: PlatformRow,
): Promise<SigningIdentity | undefined> {
  const key = await findSigningKey(database, client);
  const { accesstokenEndpoint: tokenUrl, authorizationServer } = row;
  if (key === undefined || typeof tokenUrl !== 'string') return undefined;
  return {
    ...key,
    tokenUrl,
    audience: typeof authorizationServer === 'string' ? authorizationServer : tokenUrl,
  };
}

interface PlatformRow extends Readonly<Record<string, unknown>> {
  /** kid of the first key, which is ltijs's platform id. */
  readonly kid: string;
}

async function findRow(
  database: LtijsDatabase,
  { issuer, clientId }: ClientRef,
): Promise<PlatformRow | undefined> {
  const rows = await database.Get(false, 'platform', { platformUrl: issuer, clientId });
  const [row] = rows === false ? [] : rows;
  return typeof row?.kid === 'string' ? { ...row, kid: row.kid } : undefined;
}

async function writeStatus(database: LtijsDatabase, id: string, active: boolean): Promise<void> {
  await database.Replace(false, 'platformStatus', { id }, { id, active });
}

/** As in ltijs, a platform without a row is active. */
async function isActive(database: LtijsDatabase, id: string): Promise<boolean> {
  const rows = await database.Get(false, 'platformStatus', { id });
  return rows === false || rows[0]?.active === true;
}

export function createTokenStore(database: LtijsDatabase, clock: () => number): TokenStore {
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
    async put(client, scopes, stored) {
      const index = indexOf(client, scopes);
      await database.Replace(sealedMark, 'accesstoken', index, { ...stored }, index);
    },
    async remove(client, scopes) {
      await database.Delete('accesstoken', indexOf(client, scopes));
    },
  };
}
