/** The launch layer as a server on loopback. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeEach } from 'vitest';
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
import { createNoticesRouter, type NoticesRouterDeps } from '../../server/http/lti/notices.routes.ts';
import { createSessionRouter } from '../../server/http/api/handle-session.ts';
import { createSecrets } from '../../server/base/secrets.ts';
import { createNoticePace } from '../../server/launches/notice-pace.ts';
import { createSessions } from '../../server/launches/sessions.ts';
import type { Storage } from '../../server/storage/ports/storage.ts';
import { TestLms } from './lti-lms.ts';
import { TestTool } from './lti-tool.ts';
import { openTestStorage } from './test-storage.ts';

/** These tests need no built client. */
const launchScript = 'void 0;';
/** Only browsers get the client's page, and no browser comes here. */
const page = { sendAs: () => Promise.reject(new Error('this tool has no built client')) };

interface ToolOptions extends Partial<LtiLimits> {
  readonly notices?: NoticesRouterDeps['limits'];
  readonly agree?: LtiProvider['agree'];
  /** Called before each reading or writing of the protocol engine's rows. */
  readonly beforeRows?: () => void;
  /** Called before each notice's effect. */
  readonly beforeNotice?: (tool: Pick<TestTool, 'log'>) => Promise<void>;
  readonly keySetTimeoutMs?: number;
  /** Replaces the LMS's host: a private network name that resolves to this machine. */
  readonly keySetUrl?: string;
}

/**
 * For all tests of a file, which calls it at its top and awaits it. Before each test the tool's clock is right.
 */
export async function startForFile(options: ToolOptions = {}): Promise<{ lms: TestLms; tool: TestTool }> {
  const lms = await TestLms.start();
  const tool = await startTestTool(lms, options);
  beforeEach(() => {
    tool.time.offsetMs = 0;
  });
  afterAll(async () => {
    await tool.close();
    await lms.close();
  });
  return { lms, tool };
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
    debug: (...[, message]: unknown[]): void => {
      if (message === 'request.cut-short') write('debug')({}, message);
    },
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  const createPersonKey = (id: string): string => `sealed ${id}`;
  const accept = { storage, publicUrl: url, clock, randomId: randomUUID, randomToken, createPersonKey };
  app.use(logRequests({ log: logger, randomId: randomUUID }));
  const notices = {
    ...gate,
    storage: {
      ltiRows: storage.ltiRows,
      platforms: {
        async findDeployment(...named: Parameters<typeof platforms.findDeployment>) {
          await options.beforeNotice?.({ log });
          return platforms.findDeployment(...named);
        },
      },
    },
  };
  const noticePace = createNoticePace(clock);
  app.use('/lti/notices', createNoticesRouter({ ...notices, noticePace, limits: options.notices }));
  app.use(
    '/lti',
    createLtiRouter({
      gate,
      accept,
      provider,
      keyReads: { note: () => Promise.resolve() },
      counts: { launch: () => undefined },
      randomId: randomUUID,
      launchScript,
      page,
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
