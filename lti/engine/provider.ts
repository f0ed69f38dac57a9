/**
 * The one file that works with ltijs, the protocol engine behind our gate: it keeps the registry, our keys and the key
 * set, and gives a second opinion on every launch that we accepted. It never sees a real request or response.
 */
import { createPrivateKey, createPublicKey, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { LtijsProvider, LtijsResponse } from 'ltijs';
import { createAccessTokens } from './access-tokens.ts';
import type { AccessTokens, ClientRef, SigningIdentity } from './access-tokens.ts';
import { createDatabasePlugin } from './database-plugin.ts';
import type { LtijsDatabase, LtiRows } from './database-plugin.ts';
import { callEngine } from './engine-call.ts';
import type { GuardedFetch } from '../net/guarded-fetch.ts';
import { type Agreement, Judgements } from './judgements.ts';
import type { PlatformJwk } from '../net/key-sets.ts';
import { loadLtijs } from './load-ltijs.ts';
import { deleteKeys, listPublicKeys, rotateKeys } from './registry-keys.ts';
import type { KeyRotation } from './registry-keys.ts';
import { createTokenShelf, findIdentity, registerPlatform, setPlatformActive } from './registry.ts';
import type { PlatformRegistration } from './registry.ts';

interface LaunchToAgree {
  readonly idToken: string;
  readonly state: string;
  readonly issuer: string;
  /** The key that verify.ts found the signature good with. */
  readonly jwk: PlatformJwk;
}

export interface LtiProvider {
  /**
   * Adds a platform with a key pair of its own. The same registration again changes nothing.
   * @throws Error `lti.registration-exists` where issuer and client id are taken with other addresses
   */
  registerPlatform(registration: PlatformRegistration): Promise<{ readonly kid: string }>;
  /**
   * Whether launches of this registration are taken and calls to it made.
   * @throws Error `lti.registration-unknown`
   */
  setPlatformActive(client: ClientRef, active: boolean): Promise<void>;
  /** A new key pair takes over; the old public key stays in the key set for a while. */
  rotateKeys(client: ClientRef): Promise<KeyRotation>;
  /** Deletes every key and token of this registration. */
  deleteKeys(client: ClientRef): Promise<void>;
  /** The tool's public keys for every platform, as JSON for GET /lti/keys. */
  getKeySet(): Promise<string>;
  /**
   * The public keys for one platform. A set of them all would let each vouch for every other: a platform that gave us
   * the client id which another one knows us by could take what we sign for it there.
   */
  getKeySetOf(clients: readonly ClientRef[]): Promise<string>;
  /** Whether ltijs accepts the launch too. Never throws. */
  agree(launch: LaunchToAgree): Promise<Agreement>;
  /**
   * A message to the platform that knows us as this client, signed with the key of that registration; undefined where
   * it is not registered, or not active. ltijs signs no messages but its own (see deep-linking.ts).
   */
  signMessage(client: ClientRef, claims: Readonly<Record<string, unknown>>): Promise<string | undefined>;
  readonly accessTokens: AccessTokens;
}

export interface LtiProviderDeps {
  readonly rows: LtiRows;
  /** 32 bytes each; the first seals, all of them open. */
  readonly encryptionKeys: readonly [Uint8Array, ...Uint8Array[]];
  readonly guardedFetch: GuardedFetch;
  readonly clock: () => number;
  readonly randomToken: () => string;
}

const agreeTimeoutMs = 10_000;

/** Builds and starts an engine; several may live in one process. */
export async function createLtiProvider(deps: LtiProviderDeps): Promise<LtiProvider> {
  const judgements = new Judgements();
  const database = createDatabasePlugin({
    rows: deps.rows,
    encryptionKeys: deps.encryptionKeys,
    clock: deps.clock,
    findLaunchKey: () => judgements.find()?.key,
  });
  const engine = await startEngine(database, judgements);
  const accessTokens = createAccessTokens({
    findIdentity: (client) => findIdentity(database, client),
    shelf: createTokenShelf(database, deps.clock),
    guardedFetch: deps.guardedFetch,
    clock: deps.clock,
    randomToken: deps.randomToken,
  });
  return {
    accessTokens,
    registerPlatform: (registration) => registerPlatform(database, registration),
    setPlatformActive: (client, active) => setPlatformActive(database, client, active),
    rotateKeys: (client) => rotateKeys(database, client, deps.clock()),
    deleteKeys: (client) => deleteKeys(database, client),
    agree: (launch) => agree(engine, judgements, launch),
    async signMessage(client, claims) {
      const identity = await findIdentity(database, client);
      return identity === undefined ? undefined : sign(identity, claims);
    },
    async getKeySet() {
      const answer = await callEngine(engine.app, {
        method: 'GET',
        path: '/keys',
        body: {},
        signedCookies: {},
      });
      if (answer.status !== 200) throw new Error('lti.key-set-unavailable');
      return answer.body;
    },
    async getKeySetOf(clients) {
      const keys = await Promise.all(clients.map((client) => listPublicKeys(database, client)));
      return JSON.stringify({ keys: keys.flat() });
    },
  };
}

async function startEngine(database: LtijsDatabase, judgements: Judgements): Promise<LtijsProvider> {
  const engine = new (loadLtijs().Provider.constructor)();
  // The key signs ltijs's own session token, which is thrown away: nobody needs to know it. As text it would be tried
  // as a private key at every launch, which costs more than the signature that ltijs is asked about.
  engine.setup(
    createSecretKey(randomBytes(32)),
    { plugin: database },
    {
      appRoute: '/',
      loginRoute: '/login',
      keysetRoute: '/keys',
      dynRegRoute: '/register',
      ltiaas: true,
      devMode: false,
      cors: false,
      // Age is bounded by the login row that the nonce belongs to.
      tokenMaxAge: false,
      cookies: { secure: true, sameSite: 'None' },
    },
  );
  const accept = (): void => judgements.find()?.settle({ agreed: true });
  const refuse = (_request: unknown, response: LtijsResponse): void =>
    judgements.find()?.settle({ agreed: false, reason: readReason(response) });
  engine.onConnect(accept);
  engine.onDeepLinking(accept);
  engine.onInvalidToken(refuse);
  engine.onSessionTimeout(refuse);
  engine.onUnregisteredPlatform(refuse);
  engine.onInactivePlatform(refuse);
  const before = process.listeners('SIGINT');
  await engine.deploy({ serverless: true, silent: true });
  // ltijs ends the process on SIGINT; when to end is the server's to say.
  for (const listener of process.listeners('SIGINT')) {
    if (!before.includes(listener)) process.removeListener('SIGINT', listener);
  }
  return engine;
}

/** ltijs's own codes and jsonwebtoken's "jwt expired"; anything else might quote the token. */
function readReason(response: LtijsResponse): string {
  const message = response.locals.err?.details?.message;
  return typeof message === 'string' &&
    /^(?:[A-Z_]{3,60}|jwt [a-z ]{3,40}|invalid [a-z]{3,20})$/.test(message)
    ? message
    : 'OTHER';
}

const keysRead = new WeakMap<PlatformJwk, KeyObject>();

/** A key stays the same object while its set is cached, so it is read once and not at every launch. */
function readKey(jwk: PlatformJwk): KeyObject {
  const known = keysRead.get(jwk);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  keysRead.set(jwk, key);
  return key;
}

function agree(engine: LtijsProvider, judgements: Judgements, launch: LaunchToAgree): Promise<Agreement> {
  const request = {
    method: 'POST',
    path: '/',
    body: { id_token: launch.idToken, state: launch.state },
    // ltijs binds state to browser by a signed cookie; the gate has done so by its own before.
    signedCookies: { [`state${launch.state}`]: launch.issuer },
  } as const;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ agreed: false, reason: 'NO_ANSWER' });
    }, agreeTimeoutMs);
    const verdict = judgements.judge(readKey(launch.jwk), async () => {
      const answer = await callEngine(engine.app, request);
      return { agreed: false, reason: `ANSWERED_${answer.status}` };
    });
    void verdict.then((agreement) => {
      clearTimeout(timer);
      resolve(agreement);
    });
  });
}

function sign(
  { kid, privateKey }: SigningIdentity,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .sign(createPrivateKey(privateKey));
}
