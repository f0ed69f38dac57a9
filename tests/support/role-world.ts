/**
 * Callers of the API: roles of one activity, of its neighbours and of another organisation, each with a session. The tool
 * runs in this process; launches are inserted as rows.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../server/base/config.ts';
import type { Context } from '../../server/context.ts';
import { createPageUrl } from '../../server/launches/page-url.ts';
import { type RunningServer, startServer } from '../../server/main.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import type { Launch } from '../../server/storage/ports/launches.ts';
import {
  sampleDeployment,
  sampleLaunch,
  samplePlatform,
  sampleRegistration,
} from '../contract/storage/sample-rows.ts';
import { loadOnce } from './load-once.ts';
import { findFreePort } from './ports.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

export class RoleWorld {
  /** The tool's log since it was ready, at the most verbose level. */
  readonly logLines: readonly string[];
  readonly #server: RunningServer;
  readonly #folder: string;
  readonly #organisations: Readonly<Record<Side, { organisationId: string; studyId: string }>>;

  private constructor(parts: {
    logLines: readonly string[];
    server: RunningServer;
    folder: string;
    organisations: Readonly<Record<Side, { organisationId: string; studyId: string }>>;
  }) {
    this.logLines = parts.logLines;
    this.#server = parts.server;
    this.#folder = parts.folder;
    this.#organisations = parts.organisations;
  }

  static async start(): Promise<RoleWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'numplus-roles-'));
    const port = await findFreePort();
    const config = readConfig({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET_KEY: randomBytes(32).toString('hex'),
      EFFORT_FLAGS: 'off',
      DATABASE_URL: `sqlite:${join(folder, 'numplus.db')}`,
      ALLOW_INSECURE_LOOPBACK: 'on',
    });
    const logLines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
    const server = await startServer(config, { worker: false, overrides: { log, loadContent: loadOnce } });
    logLines.length = 0;
    const { organisation, study } = await ensureDefaults(server.context);
    const ours = { organisationId: organisation.id, studyId: study.id };
    const theirs = await addOrganisation(server.context);
    await addPlatform(server.context, 'ours', ours);
    await addPlatform(server.context, 'theirs', theirs);
    return new RoleWorld({ logLines, server, folder, organisations: { ours, theirs } });
  }

  get context(): Context {
    return this.#server.context;
  }

  get databaseFile(): string {
    return join(this.#folder, 'numplus.db');
  }

  /** The access token of a launch with these values in place of a learner's. */
  async enter(side: Side, subject: string, change: Partial<Launch> = {}): Promise<string> {
    const { storage, clock, randomId, secrets } = this.context;
    const owner = this.#organisations[side];
    const personId = randomId();
    const place = { organisationId: owner.organisationId, platformId: side };
    const person = await storage.persons.ensure({
      ...place,
      id: personId,
      deploymentId: '',
      subject,
      sealedKey: secrets.createWrappedKey('person', personId),
      createdAt: clock(),
    });
    const launch = sampleLaunch({
      ...place,
      ...owner,
      id: randomId(),
      registrationId: `registration-${side}`,
      personId: person.id,
      lineItemUrl: 'https://lms.example/items/1',
      membershipsUrl: null,
      groupAccess: null,
      settings: {
        form: null,
        scenes: null,
        attempts: null,
        language: null,
        dimensionItems: false,
        activity: null,
      },
      createdAt: clock(),
      ...change,
    });
    await storage.launches.insert(launch);
    const page = new URL(
      await createPageUrl(this.context, launch, { platformRef: `ref-${side}`, browser: null }),
    );
    const code = new URLSearchParams(page.hash.slice(1)).get('code') ?? '';
    const answer = await this.call('POST', '/api/session', null, { code });
    return (JSON.parse(answer.text) as { accessToken: string }).accessToken;
  }

  /** The person of a subject of this organisation. */
  async getPersonId(side: Side, subject: string): Promise<string> {
    const { organisationId } = this.#organisations[side];
    const found = await this.context.storage.persons.findBySubject({
      organisationId,
      platformId: side,
      deploymentId: '',
      subject,
    });
    if (found === undefined) throw new Error(`no person ${subject}`);
    return found.id;
  }

  async addActivity(side: Side, id: string, contextId: string, title = `Activity ${id}`): Promise<void> {
    await this.context.storage.resourceLinks.ensure({
      id,
      organisationId: this.#organisations[side].organisationId,
      platformId: side,
      deploymentId: '1',
      contextId,
      resourceLinkId: id,
      title,
      grade: null,
      settings: null,
      columnUrl: null,
      updatedAt: this.context.clock(),
    });
  }

  async call(method: string, path: string, token: string | null, body?: unknown): Promise<ApiAnswer> {
    const response = await fetch(new URL(path, this.context.publicUrl), {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  async close(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export type Side = 'ours' | 'theirs';

async function addOrganisation(context: Context): Promise<{ organisationId: string; studyId: string }> {
  const { storage, secrets, randomId, clock } = context;
  const [organisationId, studyId] = [randomId(), randomId()];
  await storage.organisations.insert({
    id: organisationId,
    name: 'theirs',
    timeZone: 'America/Montreal',
    createdAt: clock() + 1,
  });
  const sealedKey = secrets.createWrappedKey('study', studyId);
  await storage.studies.insert({
    id: studyId,
    organisationId,
    name: 'theirs',
    sealedKey,
    createdAt: clock(),
  });
  return { organisationId, studyId };
}

async function addPlatform(
  { storage, provider }: Context,
  side: Side,
  owner: { organisationId: string; studyId: string },
): Promise<void> {
  const { organisationId } = owner;
  await storage.platforms.insert(samplePlatform({ organisationId, id: side, ref: `ref-${side}` }));
  const registrationId = `registration-${side}`;
  const registration = sampleRegistration({
    organisationId,
    platformId: side,
    id: registrationId,
    clientId: side,
  });
  await storage.platforms.insertRegistration(registration);
  await provider.registerPlatform({ name: side, ...registration });
  await storage.platforms.ensureDeployment(sampleDeployment({ ...owner, platformId: side, registrationId }));
}
