/** The only file that names concrete adapters. Tests pass overrides instead of replacing modules. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { compileScenario } from '../scenarios/checks/check-scenario.ts';
import { createGrades } from '../lti/services/grades.ts';
import { createGuardedFetch, type GuardedFetch } from '../lti/net/guarded-fetch.ts';
import { createKeySets } from '../lti/net/key-sets.ts';
import { createLineItems, type LineItems } from '../lti/services/line-items.ts';
import { createLtiProvider, type LtiProvider } from '../lti/engine/provider.ts';
import { createNoticeHandlers } from '../lti/services/notice-handlers.ts';
import { createGroups, type Groups } from '../lti/services/groups.ts';
import { createRoster, type Roster } from '../lti/services/roster.ts';
import type { GateDeps } from '../lti/launch/gate.ts';
import type { ServiceDeps } from '../lti/services/service-call.ts';
import { createLrsClient, type LrsClient } from '../xapi/lrs-client.ts';
import { type ClockHint, createClockHint } from './base/clock-hint.ts';
import type { Config } from './base/config.ts';
import { deliveredFolder } from './content/delivered-folder.ts';
import { type Content, loadContent } from './content/load.ts';
import { createDimensionLineItems } from './delivery/dimension-line-items.ts';
import { findLinkLineItem } from './delivery/link-line-item.ts';
import { showCountingGrade } from './attempts/counting-grade.ts';
import { createPace, type Pace } from './attempts/pace.ts';
import { withdrawIfStaff } from './attempts/withdraw-staff.ts';
import { createSceneCache, type SceneCache } from './attempts/scene-cache.ts';
import { createAbandonTask } from './delivery/abandon-idle.ts';
import { createAlerts, type RaiseAlert } from './delivery/alerts.ts';
import { createNoticeTask } from './delivery/ask-for-notices.ts';
import { createErasureTasks } from './delivery/erasure-tasks.ts';
import { createDeliveryWatch, type DeliveryWatch } from './delivery/delivery-watch.ts';
import { createHeartbeat } from './delivery/heartbeat.ts';
import { createGradeTask, type GradeSenderDeps } from './delivery/send-grades.ts';
import { createStatementTasks } from './delivery/send-statements.ts';
import { createSweepTask } from './delivery/sweep-expired.ts';
import { Worker, type WorkerTask } from './delivery/worker.ts';
import { createSessions, type Sessions } from './launches/sessions.ts';
import { createLogger } from './base/log.ts';
import { createToolMetrics, type ToolMetrics } from './metrics/tool-metrics.ts';
import { registrationsOf } from './organisations/gate-registrations.ts';
import { openCredentials } from './organisations/credentials.ts';
import { type ConnectionWatch, createConnectionWatch } from './organisations/connection-watch.ts';
import { createKeyReads, type KeyReads } from './organisations/key-reads.ts';
import { createPrivateHostLookup, notePrivateHost } from './organisations/private-hosts.ts';
import { projectRoot } from './base/project-root.ts';
import { createSecrets, type Secrets } from './base/secrets.ts';
import { openStorage } from './storage/open-storage.ts';
import type { Destination } from './storage/ports/destinations.ts';
import type { Storage } from './storage/ports/storage.ts';

export interface Overrides {
  readonly clock?: () => number;
  readonly log?: Logger;
  readonly loadContent?: typeof loadContent;
}

export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly content: Content;
  /** Losing it loses no data. */
  readonly scenes: SceneCache;
  readonly pace: Pace;
  readonly provider: LtiProvider;
  readonly keyReads: KeyReads;
  readonly connections: ConnectionWatch;
  readonly gate: GateDeps;
  readonly roster: Roster;
  readonly groupNames: Groups;
  readonly lineItems: LineItems;
  /** Fetches from checked addresses only, with a time-out. */
  readonly platformFetch: GuardedFetch;
  readonly sessions: Sessions;
  readonly worker: Worker;
  readonly deliveryWatch: DeliveryWatch;
  readonly metrics: ToolMetrics;
  readonly clockHint: ClockHint;
  /** @throws AppError secret.unreadable */
  readonly openStore: (destination: Destination) => LrsClient;
  readonly publicUrl: string;
  readonly clientDir: string;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly randomToken: () => string;
  readonly build: string;
  readonly flagsEffort: boolean;
  /** How long rows of the audit log are kept. */
  readonly auditMonths: number;
  close(): Promise<void>;
}

/** Covers connecting and reading. */
const lrsTimeoutMs = 15_000;

/** Opens the database first: nothing works without it. */
export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const clock = overrides.clock ?? Date.now;
  const log = overrides.log ?? createLogger(config);
  const randomId = (): string => randomUUID();
  const randomToken = (): string => randomBytes(32).toString('base64url');
  const secrets = createSecrets(config.secretKey, config.secretKeyPrevious);
  const storage = await openStorage(config.databaseUrl, { log });
  const getContent = createContentLoader(config, log, overrides.loadContent ?? loadContent);
  const clockHint = createClockHint(clock);
  const guardedFetch = createPlatformFetch({ config, storage, log, clockHint });
  const provider = await createLtiProvider({
    rows: storage.ltiRows,
    encryptionKeys: secrets.keysFor('lti-rows'),
    guardedFetch,
    clock,
    randomToken,
  });
  const keyReads = createKeyReads({ rows: storage.ltiRows, clock });
  const openStore = createStoreOpener({ secrets, clock, clockHint });
  const scenes = createSceneCache(clock);
  const pace = createPace(clock);
  const { flagsEffort, auditMonths } = config;
  const base = { storage, secrets, clock, randomId, log, openStore, scenes, pace, flagsEffort, auditMonths };
  const attempts = {
    ...base,
    get content() {
      return getContent();
    },
    get build() {
      return getContent().build;
    },
  };
  const alert = createAlerts({ ...base, webhookUrl: config.alertWebhookUrl, publicUrl: config.publicUrl });
  const deliveryWatch = createDeliveryWatch({ ...base, alert, limit: config.outboxLimit });
  const worker = createWorker(
    { ...base, alert, publicUrl: config.publicUrl },
    { accessTokens: provider.accessTokens, guardedFetch, clock },
    createAbandonTask(attempts, config.attemptIdleDays),
    {
      showCountingGrade: (player) => showCountingGrade(attempts, player),
      withdrawIfStaff: (player) => withdrawIfStaff(attempts, player),
    },
  );
  return {
    ...base,
    config,
    get content() {
      return getContent();
    },
    provider,
    keyReads,
    connections: createConnectionWatch({ storage, provider, keyReads, clock, publicUrl: config.publicUrl }),
    platformFetch: guardedFetch,
    worker,
    deliveryWatch,
    clockHint,
    metrics: createToolMetrics({ ...base, deliveryWatch }),
    publicUrl: config.publicUrl,
    clientDir: join(projectRoot, 'dist', 'client'),
    randomToken,
    get build() {
      return getContent().build;
    },
    gate: {
      publicUrl: config.publicUrl,
      clock,
      randomToken,
      logins: storage.loginStates,
      heldPosts: {
        seal: (plaintext, context) => secrets.seal('held-launch', plaintext, context),
        unseal: (sealed, context) => secrets.unseal('held-launch', sealed, context),
      },
      registrations: registrationsOf(storage),
      keySets: createKeySets({ guardedFetch, clock }),
      engine: provider,
    },
    roster: createRoster({ accessTokens: provider.accessTokens, guardedFetch, clock }),
    groupNames: createGroups({ accessTokens: provider.accessTokens, guardedFetch, clock }),
    lineItems: createLineItems({ accessTokens: provider.accessTokens, guardedFetch, clock }),
    sessions: createSessions({
      storage,
      clock,
      randomId,
      randomToken,
      tokenKey: secrets.deriveKey('session-tokens', ''),
    }),
    async close() {
      await worker.stop();
      await storage.close();
    },
  };
}

/**
 * Loads content on first use: most commands never need it. Tests replay all plays of the delivered folder, so only
 * a folder of the operator's own is checked in full here.
 */
function createContentLoader(config: Config, log: Logger, load: typeof loadContent): () => Content {
  let content: Content | undefined;
  return () => {
    if (content === undefined) {
      content = config.contentDir === null ? load(deliveredFolder, compileScenario) : load(config.contentDir);
      for (const problem of content.problems) log.error({ problem }, 'content.problem');
    }
    return content;
  };
}

function createPlatformFetch({
  config,
  storage,
  log,
  clockHint,
}: Pick<Context, 'config' | 'storage' | 'log' | 'clockHint'>): GuardedFetch {
  const guardedFetch = createGuardedFetch({
    allowInsecureLoopback: config.allowInsecureLoopback,
    findPrivateHosts: createPrivateHostLookup(storage.platforms),
    notePrivateHost: notePrivateHost(log),
  });
  return async (url, request) => {
    const outcome = await guardedFetch(url, request);
    if (outcome.ok) clockHint.note(outcome.headers.get('date'));
    return outcome;
  };
}

function createStoreOpener({
  secrets,
  clock,
  clockHint,
}: Pick<Context, 'secrets' | 'clock' | 'clockHint'>): Context['openStore'] {
  const notingFetch: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    clockHint.note(response.headers.get('date'));
    return response;
  };
  return (destination) =>
    createLrsClient({
      endpoint: destination.endpoint,
      ...openCredentials(secrets, destination),
      version: destination.version,
      timeoutMs: lrsTimeoutMs,
      fetch: notingFetch,
      clock,
    });
}

function createWorker(
  base: Pick<Context, 'storage' | 'secrets' | 'clock' | 'randomId' | 'log' | 'openStore' | 'auditMonths'> & {
    readonly alert: RaiseAlert;
    readonly publicUrl: string;
  },
  services: ServiceDeps,
  abandon: WorkerTask,
  decisions: Pick<GradeSenderDeps, 'showCountingGrade' | 'withdrawIfStaff'>,
): Worker {
  const { storage, clock, randomId, log } = base;
  const shared = { clock, randomId, log, chance: () => randomInt(1_000_000) / 1_000_000 };
  const columns = {
    attempts: storage.attempts,
    resourceLinks: storage.resourceLinks,
    lineItems: createLineItems(services),
    rows: storage.ltiRows,
    clock,
  };
  const statements = createStatementTasks({
    ...shared,
    destinations: storage.destinations,
    deliveries: storage.deliveries,
    createClient: base.openStore,
    alert: base.alert,
  });
  const scores = createGradeTask({
    ...shared,
    grades: storage.grades,
    attempts: storage.attempts,
    persons: storage.persons,
    platforms: storage.platforms,
    resourceLinks: storage.resourceLinks,
    dimensionLineItems: createDimensionLineItems(columns),
    findLinkLineItem: (row, client) => findLinkLineItem(columns, row, client),
    client: createGrades(services),
    ...decisions,
  });
  const heartbeat = createHeartbeat({ rows: storage.ltiRows, clock, randomId });
  const notices = createNoticeTask({
    ...shared,
    rows: storage.ltiRows,
    platforms: storage.platforms,
    client: createNoticeHandlers(services),
    handlerUrl: `${base.publicUrl}/lti/notices`,
  });
  const erasures = createErasureTasks({ ...base, ...shared });
  const tasks = [statements, scores, createSweepTask(base), ...erasures, abandon, notices];
  return new Worker(tasks, log, undefined, heartbeat);
}
