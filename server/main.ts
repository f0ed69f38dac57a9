/** Starts and stops the server: context, application, listening, worker, and an orderly end. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type Context, createContext, type Overrides } from './context.ts';
import { logUnhandledRejections } from './log.ts';
import { ensureDestination } from './organisations/default-destination.ts';
import { createWorkerApp } from './worker-app.ts';

export interface RunningServer {
  readonly context: Context;
  readonly port: number;
  /** Stops accepting, finishes what runs, settles the worker's work in hand, closes the database. */
  stop(): Promise<void>;
}

/** Requests and deliveries that still run after this are left, so that a stop ends within ten seconds. */
const stopGraceMs = 8_000;

/** A megabyte over a slow phone line fits; a sender that drips its bytes does not hold a connection for minutes. */
const timeouts = { headersTimeout: 30_000, requestTimeout: 60_000 } as const;

export async function startServer(
  config: Config,
  options: { readonly worker: boolean; readonly overrides?: Overrides },
): Promise<RunningServer> {
  const context = await createContext(config, options.overrides);
  return running(context, async () => {
    const door = await openDoor(await createApp(context), config);
    if (options.worker) context.worker.start();
    context.log.info({ port: door.port, host: config.host, publicUrl: config.publicUrl }, 'server.listening');
    return door;
  });
}

/** Starts deliveries alone; listens only where the settings name a port for it. */
export async function startWorker(config: Config): Promise<Pick<RunningServer, 'stop'>> {
  const context = await createContext(config);
  return running(context, async () => {
    const { workerPort, host } = config;
    const door =
      workerPort === null ? closedDoor : await openDoor(createWorkerApp(context), { port: workerPort, host });
    context.worker.start();
    context.log.info({ port: workerPort === null ? null : door.port }, 'worker.started');
    return door;
  });
}

/** Where requests come in. */
interface Door {
  readonly port: number;
  close(): Promise<void>;
}

const closedDoor: Door = { port: 0, close: () => Promise.resolve() };

/** Begins, and answers how to end in good order; closes the context where beginning fails. */
async function running(context: Context, begin: () => Promise<Door>): Promise<RunningServer> {
  try {
    await ensureDestination(context, context.config.lrs);
    const door = await begin();
    const stopNoting = logUnhandledRejections(context.log);
    return {
      context,
      port: door.port,
      async stop() {
        await Promise.all([door.close(), context.worker.stop(stopGraceMs)]);
        await context.close();
        stopNoting();
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function openDoor(app: RequestListener, at: Pick<Config, 'port' | 'host'>): Promise<Door> {
  const server = createServer(timeouts, app);
  return { port: await listen(server, at), close: () => closeServer(server) };
}

function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A TCP server's address is an object; only pipes have strings.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, stopGraceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
