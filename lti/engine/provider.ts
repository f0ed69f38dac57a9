/**
 * The only file that uses ltijs: platforms, our keys, key set, and a second judgement of accepted launches.
 * ltijs never sees a real request or response.
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
import {
  createTokenStore,
  findAnyIdentity,
  findIdentity,
  registerPlatform,
  setPlatformActive,
} from './registry.ts';
import type { PlatformRegistration } from './registry.ts';
import { createTokenProbe } from './token-probe.ts';
import type { ProbeToken } from './token-probe.ts';

interface LaunchToAgree {
  readonly idToken: string;
  readonly state: string;
  readonly issuer: string;
  readonly jwk: PlatformJwk;
}

export interface LtiProvider {
  /**
   * Idempotent; creates a key pair.
   * @throws Error `lti.registration-exists` if issuer and client id have other addresses
   */
  registerPlatform(registration: PlatformRegistration): Promise<{ readonly kid: string }>;
  setPlatformActive(client: ClientRef, active: boolean): Promise<void>;
  /** The old public key stays published for 30 days. */
  rotateKeys(client: ClientRef): Promise<KeyRotation>;
  deleteKeys(client: ClientRef): Promise<void>;
  /** All platforms, as JSON for GET /lti/keys. */
  getKeySet(): Promise<string>;
  /** Each platform has its own set: another with the same client id could use what we sign. */
  getKeySetOf(clients: readonly ClientRef[]): Promise<string>;
  /** ltijs’s verdict. @throws the error of `rows`, if the database failed */
  agree(launch: LaunchToAgree): Promise<Agreement>;
  /** Undefined if the platform is unknown or inactive. Not by ltijs, which signs only its own messages. */
  signMessage(client: ClientRef, claims: Readonly<Record<string, unknown>>): Promise<string | undefined>;
  readonly accessTokens: AccessTokens;
  readonly probeToken: ProbeToken;
}

export interface LtiProviderDeps {
  readonly rows: LtiRows;
  /** 32 bytes each; the first seals, all of them open. */
  readonly encryptionKeys: readonly [Uint8Array, ...Uint8Array[]];
  readonly guardedFetch: GuardedFetch;
  readonly clock: () => number;
  readonly randomToken: () => string;
}

/** Longer than a database call takes to fail, to report that failure. */
const agreeTimeoutMs = 60_000;

export async function createLtiProvider(deps: LtiProviderDeps): Promise<LtiProvider> {
  const judgements = new Judgements();
  const database = createDatabasePlugin({
    rows: reportFailures(deps.rows, judgements),
    encryptionKeys: deps.encryptionKeys,
    clock: deps.clock,
    findLaunchKey: () => judgements.find()?.key,
  });
  const engine = await startEngine(database, judgements);
  const accessTokens = createAccessTokens({
    findIdentity: (client) => findIdentity(database, client),
    tokens: createTokenStore(database, deps.clock),
    guardedFetch: deps.guardedFetch,
    clock: deps.clock,
    randomToken: deps.randomToken,
  });
  return {
    accessTokens,
    probeToken: createTokenProbe({ ...deps, findAnyIdentity: (client) => findAnyIdentity(database, client) }),
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

/**
 * ltijs turns an error of its database into a refusal. Here the launch fails with that error, unless the
 * nonce exists already.
 */
function reportFailures(rows: LtiRows, judgements: Judgements): LtiRows {
  const report = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      const isVerdict = error instanceof Error && 'code' in error && error.code === 'storage.duplicate';
      if (error instanceof Error && !isVerdict) judgements.find()?.fail(error);
      throw error;
    }
  };
  return {
    find: (...asked) => report(rows.find(...asked)),
    insert: (row) => report(rows.insert(row)),
    replace: (...asked) => report(rows.replace(...asked)),
    remove: (...asked) => report(rows.remove(...asked)),
    deleteExpired: (...asked) => report(rows.deleteExpired(...asked)),
  };
}

async function startEngine(database: LtijsDatabase, judgements: Judgements): Promise<LtijsProvider> {
  const engine = new (loadLtijs().Provider.constructor)();
  // For ltijs’s session token, which is discarded. A string would first be tried as a private key.
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
      // The login row limits the age instead.
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
  // ltijs would exit on SIGINT.
  for (const listener of process.listeners('SIGINT')) {
    if (!before.includes(listener)) process.removeListener('SIGINT', listener);
  }
  return engine;
}

/** Only codes of ltijs and jsonwebtoken: other texts might quote the token. */
function readReason(response: LtijsResponse): string {
  const message = response.locals.err?.details?.message;
  return typeof message === 'string' &&
    /^(?:[A-Z_]{3,60}|jwt [a-z ]{3,40}|invalid [a-z]{3,20})$/.test(message)
    ? message
    : 'OTHER';
}

const keysRead = new WeakMap<PlatformJwk, KeyObject>();

/** Each key is parsed once per cached set. */
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
    // ltijs checks its state cookie; our gate has already checked the browser.
    signedCookies: { [`state${launch.state}`]: launch.issuer },
  } as const;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ agreed: false, reason: 'NO_ANSWER' });
    }, agreeTimeoutMs);
    const verdict = judgements.judge(readKey(launch.jwk), async () => {
      const answer = await callEngine(engine.app, request);
      return { agreed: false, reason: `ANSWERED_${answer.status}` };
    });
    verdict.then(resolve, reject).finally(() => {
      clearTimeout(timer);
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
