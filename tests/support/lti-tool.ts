/** The launch layer as a server on loopback, and a browser's part of a launch. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import type { GateDeps } from '../../lti/launch/gate.ts';
import { createGuardedFetch } from '../../lti/net/guarded-fetch.ts';
import type { GuardedFetchOptions } from '../../lti/net/guarded-fetch.ts';
import { createKeySets } from '../../lti/net/key-sets.ts';
import { createLtiProvider } from '../../lti/engine/provider.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import { createErrorHandler } from '../../server/http/pages/error-handler.ts';
import { logRequests } from '../../server/http/log-requests.ts';
import { createLtiRouter, type LtiLimits } from '../../server/http/lti/lti.routes.ts';
import { createSessionRouter } from '../../server/http/api/handle-session.ts';
import { createSecrets } from '../../server/base/secrets.ts';
import { createSessions } from '../../server/launches/sessions.ts';
import type { Sessions } from '../../server/launches/sessions.ts';

import type { Storage } from '../../server/storage/ports/storage.ts';
import type { Claims, TestLms } from './lti-lms.ts';
import { openTestStorage } from './test-storage.ts';

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Code of a refusal page, or null. */
  readonly code: string | null;
}

export interface Login {
  readonly state: string;
  readonly nonce: string;
  readonly cookie: string;
  readonly authorizationUrl: URL;
}

/** These tests need no built client. */
const launchScriptUrl = '/assets/launch.js';

interface ToolOptions extends Partial<LtiLimits> {
  readonly agree?: LtiProvider['agree'];
  /** Called before each reading or writing of the protocol engine's rows. */
  readonly beforeRows?: () => void;
  readonly keySetTimeoutMs?: number;
  /** Replaces the LMS's host: a private network name that resolves to this machine. */
  readonly keySetUrl?: string;
}

export class TestTool {
  readonly url: string;
  readonly storage: Storage;
  readonly provider: LtiProvider;
  readonly sessions: Sessions;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly log: { level: string; details: object; message: string }[];
  /** Milliseconds by which the tool's clock is ahead. */
  readonly time: { offsetMs: number };
  readonly #cookies: string[] = [];
  readonly #close: () => Promise<void>;

  constructor(
    parts: Omit<TestTool, 'close' | 'login' | 'post' | 'launch' | 'target' | 'cookies' | 'openSession'>,
    close: () => Promise<void>,
  ) {
    this.url = parts.url;
    this.storage = parts.storage;
    this.provider = parts.provider;
    this.sessions = parts.sessions;
    this.organisationId = parts.organisationId;
    this.registrationId = parts.registrationId;
    this.log = parts.log;
    this.time = parts.time;
    this.#close = close;
  }

  get target(): string {
    return `${this.url}/lti/launch`;
  }

  /** Of all logins, as one browser sends them. */
  get cookies(): string {
    return this.#cookies.join('; ');
  }

  /** Logs in; returns what platform and browser would store. */
  async login(lms: TestLms, params: Record<string, string> = {}): Promise<Login> {
    const query = new URLSearchParams({
      iss: lms.issuer,
      client_id: lms.clientId,
      login_hint: '4',
      target_link_uri: this.target,
      ...params,
    });
    const response = await fetch(`${this.url}/lti/login?${query.toString()}`, {
      redirect: 'manual',
      headers: { 'sec-fetch-dest': 'document' },
    });
    const authorizationUrl = new URL(response.headers.get('location') ?? 'about:blank');
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    this.#cookies.push(cookie);
    return {
      state: authorizationUrl.searchParams.get('state') ?? '',
      nonce: authorizationUrl.searchParams.get('nonce') ?? '',
      cookie,
      authorizationUrl,
    };
  }

  /** Posts a form, as the platform makes the browser do. */
  async post(
    fields: Record<string, string>,
    cookie: string,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return readPage(
      await fetch(this.target, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, ...headers },
        body: new URLSearchParams(fields),
      }),
    );
  }

  /** Launches with these claims in place of the usual ones. */
  async launch(
    lms: TestLms,
    overrides: Claims = {},
    header: Parameters<TestLms['sign']>[1] = {},
  ): Promise<Page> {
    const { state, nonce, cookie } = await this.login(lms);
    const idToken = await lms.sign(lms.claims(this.target, nonce, overrides), header);
    return this.post({ state, id_token: idToken }, cookie);
  }

  /** The session of a launch's page, in the browser of all logins. */
  openSession(page: Page): ReturnType<Sessions['open']> {
    return this.sessions.open(readCode(page), this.cookies);
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** The one-time code in the address of a launch's page. */
export function readCode(page: Page): string {
  return new URL(page.headers.get('location') ?? '').hash.replace('#code=', '');
}

export async function readPage(response: Response): Promise<Page> {
  const text = await response.text();
  const code = /<main data-error="([^"]+)"/.exec(text)?.[1] ?? null;
  return { status: response.status, headers: response.headers, text, code };
}

/** Starts the tool with the LMS as its platform, one approved deployment and one study. */
export async function startTestTool(lms: TestLms, options: ToolOptions = {}): Promise<TestTool> {
  const { storage, close: closeStorage } = await openTestStorage();
  const log: TestTool['log'] = [];
  const write =
    (level: string) =>
    (details: object, message: string): void => {
      log.push({ level, details, message });
    };
  const time = { offsetMs: 0 };
  const clock = (): number => Date.now() + time.offsetMs;
  const randomToken = (): string => randomBytes(32).toString('base64url');
  const guardedFetch = createGuardedFetch({
    allowInsecureLoopback: true,
    timeoutMs: options.keySetTimeoutMs ?? 5_000,
    ...(options.keySetUrl === undefined ? {} : privateHost(options.keySetUrl)),
  });
  const provider = await createLtiProvider({
    rows: afterCalling(options.beforeRows, storage.ltiRows),
    encryptionKeys: [randomBytes(32)],
    guardedFetch,
    clock,
    randomToken,
  });
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { platforms } = storage;
  const secrets = createSecrets(randomBytes(32));
  const gate: GateDeps = {
    publicUrl: url,
    clock,
    randomToken,
    logins: storage.loginStates,
    heldPosts: {
      seal: (plaintext, context) => secrets.seal('held-launch', plaintext, context),
      unseal: (sealed, context) => secrets.unseal('held-launch', sealed, context),
    },
    registrations: {
      find: (organisationId, registrationId) => platforms.findRegistration(organisationId, registrationId),
      listByIssuer: (issuer, clientId) => platforms.listRegistrationsByIssuer(issuer, clientId),
      async listByPlatformRef(ref) {
        const platform = await platforms.findByRef(ref);
        return platform ? platforms.listRegistrations(platform.organisationId, platform.id) : [];
      },
    },
    keySets: createKeySets({ guardedFetch, clock }),
    engine: options.agree === undefined ? provider : { agree: options.agree },
  };
  const sessions = createSessions({
    storage,
    clock,
    randomId: randomUUID,
    randomToken,
    tokenKey: randomBytes(32),
  });
  const logger = {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  const createPersonKey = (id: string): string => `sealed ${id}`;
  const accept = { storage, publicUrl: url, clock, randomId: randomUUID, randomToken, createPersonKey };
  app.use(logRequests({ log: logger, randomId: randomUUID }));
  app.use(
    '/lti',
    createLtiRouter({
      gate,
      accept,
      provider,
      keyReads: { note: () => Promise.resolve() },
      counts: { launch: () => undefined },
      randomId: randomUUID,
      launchScriptUrl,
      // Tests refuse a lot; those of limits set their own.
      limits: { failuresPerMinute: 10_000, ...options },
    }),
  );
  app.use('/api', createSessionRouter({ sessions }));
  app.use(createErrorHandler({ randomId: randomUUID }));
  const rows = await addPlatform(storage, provider, { lms, ...options }, clock());
  return new TestTool({ url, storage, provider, sessions, log, time, ...rows }, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await closeStorage();
  });
}

function privateHost(url: string): Pick<GuardedFetchOptions, 'resolve' | 'findPrivateHosts'> {
  return {
    resolve: () => Promise.resolve(['127.0.0.1']),
    findPrivateHosts: () => Promise.resolve([new URL(url).hostname]),
  };
}

async function addPlatform(
  storage: Storage,
  provider: LtiProvider,
  { lms, keySetUrl = lms.keySetUrl }: { readonly lms: TestLms; readonly keySetUrl?: string },
  createdAt: number,
): Promise<{ organisationId: string; registrationId: string }> {
  const organisationId = randomUUID();
  const studyId = randomUUID();
  const platformId = randomUUID();
  const registrationId = randomUUID();
  await storage.organisations.insert({
    id: organisationId,
    name: 'Test',
    timeZone: 'America/Montreal',
    createdAt,
  });
  await storage.studies.insert({ id: studyId, organisationId, name: 'default', sealedKey: 'k', createdAt });
  await storage.platforms.insert({
    id: platformId,
    organisationId,
    ref: 'ref-1',
    name: 'LMS',
    origins: [lms.issuer],
    privateHosts: [],
    createdAt,
  });
  const addresses = {
    authorizationUrl: `${lms.issuer}/auth?kept=1`,
    tokenUrl: `${lms.issuer}/token`,
    keySetUrl,
  };
  const client = { issuer: lms.issuer, clientId: lms.clientId };
  await storage.platforms.insertRegistration({
    id: registrationId,
    organisationId,
    platformId,
    ...client,
    ...addresses,
    family: null,
    active: true,
    createdAt,
  });
  await storage.platforms.ensureDeployment({
    organisationId,
    platformId,
    registrationId,
    deploymentId: lms.deploymentId,
    status: 'approved',
    studyId,
    createdAt,
  });
  await provider.registerPlatform({ name: 'LMS', ...client, ...addresses });
  return { organisationId, registrationId };
}

function afterCalling(before: () => void = () => undefined, rows: LtiRows): LtiRows {
  const called = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    before();
    return work();
  };
  return {
    find: (...asked) => called(() => rows.find(...asked)),
    insert: (row) => called(() => rows.insert(row)),
    replace: (...asked) => called(() => rows.replace(...asked)),
    remove: (...asked) => called(() => rows.remove(...asked)),
    deleteExpired: (...asked) => called(() => rows.deleteExpired(...asked)),
  };
}
