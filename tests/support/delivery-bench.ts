/** The tool in this process with an injected clock, a sandbox LMS and a sandbox statement store. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningLms } from '../../sandbox/lms/lms-options.ts';
import { startLms } from '../../sandbox/lms/start-lms.ts';
import { type RunningStore, startStore, type StoreOptions } from '../../sandbox/store/start-store.ts';
import { getProfile, type ProfileName, toSubject } from '../../sandbox/lms/profiles.ts';
import { type Config, readConfig } from '../../server/base/config.ts';
import { type Context, createContext, type Overrides } from '../../server/context.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { addPlatform } from '../../server/organisations/add-platform.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import type { Attempt, StatementRow } from '../../server/storage/ports/attempts.ts';
import type { GradeIntent } from '../../server/storage/ports/grades.ts';
import { asNew, sampleAppend, sampleAttempt } from '../contract/storage/sample-attempts.ts';
import { signingKey } from './lms-key.ts';
import { loadOnce } from './load-once.ts';
import { findFreePort } from './ports.ts';

const client = { clientId: 'client-1', deploymentId: '1' };
const credentials = { key: 'key', secret: 'secret' };

const overridesWith = (clock: { readonly now: number }): Overrides => ({
  clock: () => clock.now,
  loadContent: loadOnce,
});

export class DeliveryBench {
  readonly lms: RunningLms;
  store: RunningStore;
  /** The tool's environment, for another process on the same database. */
  readonly settings: Readonly<Record<string, string>>;
  #config: Config;
  #server: RunningServer;
  #profile: ProfileName = 'moodle';
  readonly #clock: { now: number };
  readonly #folder: string;
  /** Key set address for the LMS. */
  readonly #keySetUrl: string;

  private constructor(parts: {
    lms: RunningLms;
    store: RunningStore;
    settings: Readonly<Record<string, string>>;
    config: Config;
    server: RunningServer;
    clock: { now: number };
    folder: string;
    keySetUrl: string;
  }) {
    this.lms = parts.lms;
    this.store = parts.store;
    this.settings = parts.settings;
    this.#config = parts.config;
    this.#server = parts.server;
    this.#clock = parts.clock;
    this.#folder = parts.folder;
    this.#keySetUrl = parts.keySetUrl;
  }

  /**
   * @param now start of the shared clock; launches need the real time, since ltijs has its own clock
   * @param env further settings of the tool
   */
  static async start(
    now = Date.parse('2026-11-24T15:00:00Z'),
    env: Readonly<Record<string, string>> = {},
  ): Promise<DeliveryBench> {
    const clock = { now };
    const isRealTime = now > Date.now() - 1_000;
    const folder = mkdtempSync(join(tmpdir(), 'numplus-delivery-'));
    const port = await findFreePort();
    const lms = await startLms({
      host: '127.0.0.1',
      port: 0,
      signingKey,
      clock: () => new Date(clock.now),
    });
    const store = await startStore({ host: '127.0.0.1', port: 0, ...credentials, clock: () => clock.now });
    const settings = {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET_KEY: randomBytes(32).toString('hex'),
      EFFORT_FLAGS: 'off',
      DATABASE_URL: `sqlite:${join(folder, 'numplus.db')}`,
      ALLOW_INSECURE_LOOPBACK: 'on',
      LOG_LEVEL: 'silent',
      LRS_ENDPOINT: store.endpoint.replace(/\/$/, ''),
      LRS_KEY: credentials.key,
      LRS_SECRET: credentials.secret,
      ...env,
    };
    const config = readConfig(settings);
    const server = await startServer(config, { worker: false, overrides: overridesWith(clock) });
    // Loading content may take longer than ltijs lets the clocks differ.
    if (isRealTime) clock.now = Math.max(now, Date.now());
    const { keySetUrl } = await addPlatform(server.context, {
      name: 'Sandbox',
      issuer: lms.issuer,
      clientId: client.clientId,
      authorizationUrl: lms.endpoints.authorization,
      tokenUrl: lms.endpoints.token,
      keySetUrl: lms.endpoints.keySet,
      deploymentIds: [client.deploymentId],
      origins: [],
    });
    const bench = new DeliveryBench({ lms, store, settings, config, server, clock, folder, keySetUrl });
    bench.#registerTool(client.deploymentId);
    return bench;
  }

  get tool(): { readonly localUrl: string } {
    return { localUrl: this.context.publicUrl };
  }

  get context(): Context {
    return this.#server.context;
  }

  get databaseFile(): string {
    return join(this.#folder, 'numplus.db');
  }

  /** Milliseconds since 1970 UTC, by the clock of tool, LMS and store. */
  get now(): number {
    return this.#clock.now;
  }

  /** Advances the clock of tool, LMS and store. */
  wait(ms: number): void {
    this.#clock.now += ms;
  }

  /** Works until nothing is due. */
  async work(): Promise<void> {
    while (await this.context.worker.runOnce());
  }

  /** Makes the LMS behave like another product; later grade requests are for that one. */
  async setProfile(name: ProfileName): Promise<void> {
    this.#profile = name;
    await this.lms.control({ command: 'setProfile', profile: name });
  }

  /** Makes later launches come from another known deployment of the same registration. */
  async useDeployment(deploymentId: string): Promise<void> {
    const { storage } = this.context;
    const [registration] = await storage.platforms.listRegistrationsByIssuer(this.lms.issuer);
    const { organisation, study } = await ensureDefaults(this.context);
    if (registration === undefined) throw new Error('no registration');
    await storage.platforms.ensureDeployment({
      organisationId: organisation.id,
      platformId: registration.platformId,
      deploymentId,
      registrationId: registration.id,
      studyId: study.id,
      status: 'approved',
      createdAt: this.now,
    });
    this.#registerTool(deploymentId);
  }

  /** Stops the tool in good order and starts it again on the same database. */
  async restart(): Promise<void> {
    await this.#server.stop();
    this.#server = await startServer(this.#config, { worker: false, overrides: overridesWith(this.#clock) });
  }

  /** Stops the tool, runs `move` on its database, and starts it again on the database at `databaseUrl`. */
  async moveTo(databaseUrl: string, move: () => Promise<void>): Promise<void> {
    await this.#server.stop();
    await move();
    this.#config = { ...this.#config, databaseUrl };
    this.#server = await startServer(this.#config, { worker: false, overrides: overridesWith(this.#clock) });
  }

  /** A second tool without HTTP on the same database. */
  openOther(): Promise<Context> {
    return createContext(this.#config, overridesWith(this.#clock));
  }

  /** Replaces the store by an empty one at the same address. */
  async restartStore(options: Partial<StoreOptions> = {}): Promise<void> {
    const { port } = this.store;
    await this.store.close();
    this.store = await startStore({
      host: '127.0.0.1',
      port,
      ...credentials,
      clock: () => this.#clock.now,
      ...options,
    });
  }

  /** Stores an attempt with these statements and, if given, a grade request for this LMS user. */
  async addAttempt(contents: {
    statements?: readonly string[];
    grade?: { userId: number; score: number };
  }): Promise<Attempt> {
    const { organisation, study } = await ensureDefaults(this.context);
    const [registration] = await this.context.storage.platforms.listRegistrationsByIssuer(this.lms.issuer);
    if (registration === undefined) throw new Error('no registration');
    const person = await this.context.storage.persons.ensure({
      id: randomUUID(),
      organisationId: organisation.id,
      platformId: registration.platformId,
      deploymentId: '',
      subject: toSubject(getProfile(this.#profile), this.lms.publicUrl, contents.grade?.userId ?? 4),
      sealedKey: 'not used here',
      createdAt: this.now,
    });
    const attempt = sampleAttempt({
      id: randomUUID(),
      organisationId: organisation.id,
      studyId: study.id,
      personId: person.id,
      resourceLinkId: randomUUID(),
    });
    const bytes = contents.statements ?? [];
    const batch = sampleAppend(attempt, 0, Math.max(1, bytes.length));
    const statements = bytes.map((text, index) => asNew(this.#statement(attempt, index + 1, text)));
    const gradeIntents =
      contents.grade === undefined ? [] : [this.#grade(attempt, registration.id, contents.grade.score)];
    await this.context.storage.attempts.create(attempt, { ...batch, statements, gradeIntents });
    return attempt;
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await Promise.all([this.lms.close(), this.store.close()]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #registerTool(deploymentId: string): void {
    const url = this.#config.publicUrl;
    this.lms.setTool({
      clientId: client.clientId,
      deploymentId,
      loginUrl: `${url}/lti/login`,
      redirectUris: [`${url}/lti/launch`],
      targetLinkUri: `${url}/lti/launch`,
      keySetUrl: this.#keySetUrl,
    });
  }

  #statement(attempt: Attempt, logSeq: number, bytes: string): StatementRow {
    const { organisationId, studyId, id: attemptId } = attempt;
    const { id } = JSON.parse(bytes) as { id: string };
    return { id, organisationId, studyId, attemptId, logSeq, part: 0, tier: 1, bytes, createdAt: this.now };
  }

  #grade(attempt: Attempt, registrationId: string, score: number): GradeIntent {
    return {
      id: randomUUID(),
      organisationId: attempt.organisationId,
      attemptId: attempt.id,
      personId: attempt.personId,
      registrationId,
      resourceLinkId: attempt.resourceLinkId,
      family: this.#profile,
      dimension: null,
      // The line item of the first activity of the sandbox's French course.
      lineItemUrl: `${this.lms.serviceUrl}/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1`,
      score,
      comment: `Essai noté ${score}.`,
      createdAt: this.now,
      dueAt: 0,
    };
  }
}

/** A valid statement as JSON text; `change` may spoil it. */
export function statementText(change: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    id: randomUUID(),
    timestamp: '2026-11-24T15:00:00.000Z',
    actor: {
      objectType: 'Agent',
      account: { homePage: 'https://w3id.org/xapi/numplus/studies/s1', name: 'pseudonym' },
    },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { id: 'https://w3id.org/xapi/numplus/activities/items/x/v1' },
    ...change,
  });
}
