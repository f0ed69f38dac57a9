/**
 * A complete installation on loopback: sandbox LMS and record store in this process, the tool's processes on one
 * database, and the network between learners and tool. The tool's processes know only their environment.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningLms } from '../../sandbox/lms/lms-options.ts';
import { startLms } from '../../sandbox/lms/start-lms.ts';
import { type RunningStore, startStore } from '../../sandbox/store/start-store.ts';
import { readConfig } from '../../server/base/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { addPlatform } from '../../server/organisations/add-platform.ts';
import { startLoadMongoServer } from '../support/mongo-server.ts';
import { findFreePort } from '../support/ports.ts';
import { Belongings } from './belongings.ts';
import { ChaosProxy } from './proxy.ts';
import { ToolUnit } from './tool-unit.ts';

/** `sqlite`: one process that serves and delivers. `many`: three that serve and two that deliver. */
export type Setup = 'sqlite' | 'many';

export interface Installation {
  readonly lms: RunningLms;
  readonly store: RunningStore;
  readonly proxy: ChaosProxy;
  readonly units: readonly ToolUnit[];
  /** The tool's own functions on the same database, as an operator's commands use them. */
  readonly operator: Context;
  /** Of every process of the tool. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the logs and, if no other is named, the database. */
  readonly folder: string;
  /** @param keepFolder for whoever must find out what went wrong; a test database goes all the same */
  close(keepFolder: boolean): Promise<void>;
}

const client = { clientId: 'chaos-client', deploymentId: '1' };
const credentials = { key: 'chaos', secret: 'chaos-secret' };

interface Place {
  readonly setup: Setup;
  /** If none is named, a new database: a SQLite file, or one on a MongoDB server for several processes. */
  readonly databaseUrl?: string | undefined;
}

/**
 * @param belongings of what is started; ending them during the start leaves nothing either
 * @throws CannotRun if there is no MongoDB
 */
export async function startInstallation(place: Place, belongings = new Belongings()): Promise<Installation> {
  try {
    const databaseUrl = place.databaseUrl ?? (await nameDatabase(place.setup, belongings));
    return await startProcesses({ ...place, databaseUrl }, belongings);
  } catch (error) {
    await belongings.end(true);
    throw error;
  }
}

/** Database on its own server; undefined if a file is enough. */
async function nameDatabase(setup: Setup, belongings: Belongings): Promise<string | undefined> {
  if (setup === 'sqlite') return undefined;
  const starting = startLoadMongoServer();
  belongings.add(async () => {
    await (await starting).stop();
  });
  return (await starting).nameDatabase();
}

async function startProcesses({ setup, databaseUrl }: Place, belongings: Belongings): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-chaos-'));
  belongings.add((keepFiles) => {
    if (!keepFiles) rmSync(folder, { recursive: true, force: true });
  });
  const lms = await startLms({ host: '127.0.0.1', port: 0 });
  belongings.add(() => lms.close());
  const store = await startStore({ host: '127.0.0.1', port: 0, ...credentials });
  belongings.add(() => store.close());
  const isMany = setup === 'many';
  const ports = await findFreePorts(isMany ? 5 : 1);
  const [servePorts, workerPorts] = isMany ? [ports.slice(0, 3), ports.slice(3)] : [ports, []];
  const proxy = await ChaosProxy.start(servePorts);
  belongings.add(() => proxy.close());
  const publicUrl = `http://127.0.0.1:${proxy.port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    SECRET_KEY: randomBytes(32).toString('hex'),
    EFFORT_FLAGS: 'off',
    DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'numplus.db')}`,
    ALLOW_INSECURE_LOOPBACK: 'on',
    // Each learner has their own address, as the proxy in front would report: rate limits count but refuse nobody.
    TRUST_PROXY: '1',
    LOG_LEVEL: 'warn',
    METRICS_TOKEN: randomBytes(32).toString('hex'),
    LRS_ENDPOINT: store.endpoint.replace(/\/$/, ''),
    LRS_KEY: credentials.key,
    LRS_SECRET: credentials.secret,
  };
  const opening = createContext(readConfig({ ...env, LOG_LEVEL: 'silent' }));
  belongings.add(async () => {
    await (await opening).close();
  });
  const operator = await opening;
  const serve = isMany ? ['serve', '--no-worker'] : ['serve'];
  const units = [
    ...servePorts.map(
      (port, index) =>
        new ToolUnit({
          name: `serve-${index + 1}`,
          args: serve,
          port,
          folder,
          env: { ...env, PORT: String(port) },
        }),
    ),
    ...workerPorts.map(
      (port, index) =>
        new ToolUnit({
          name: `worker-${index + 1}`,
          args: ['worker'],
          port,
          folder,
          env: { ...env, WORKER_PORT: String(port) },
        }),
    ),
  ];
  belongings.add(async () => {
    await Promise.all(units.map((unit) => unit.stop()));
  });
  await introduce(lms, operator, publicUrl);
  for (const unit of units) await unit.start();
  const close = (keepFolder: boolean): Promise<void> => belongings.end(keepFolder);
  return { lms, store, proxy, units, operator, env, folder, close };
}

/** One after the other: what is free is so for whoever asks first. */
async function findFreePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await findFreePort());
  return [...ports];
}

/** Makes LMS and tool known to each other. */
async function introduce(lms: RunningLms, operator: Context, publicUrl: string): Promise<void> {
  const { authorization, token, keySet } = lms.endpoints;
  const { keySetUrl } = await addPlatform(operator, {
    name: 'Sandbox',
    issuer: lms.issuer,
    clientId: client.clientId,
    origins: [],
    authorizationUrl: authorization,
    tokenUrl: token,
    keySetUrl: keySet,
    deploymentIds: [client.deploymentId],
  });
  lms.setTool({
    ...client,
    loginUrl: `${publicUrl}/lti/login`,
    redirectUris: [`${publicUrl}/lti/launch`],
    targetLinkUri: `${publicUrl}/lti/launch`,
    keySetUrl,
  });
}
