import { createApp, createWorkerApp } from './app.ts';
import type { Config } from './base/config.ts';
import { type Context, createContext, type Overrides } from './context.ts';
import { type HttpServer, startHttpServer } from './base/http-server.ts';
import { createLogger, type Log, logUnhandledRejections } from './base/log.ts';
import { applyErasedList } from './erasure/apply-erased.ts';
import { applyTakenBack } from './erasure/apply-taken-back.ts';
import { ensureDestination } from './organisations/default-destination.ts';
import { ensureKey } from './organisations/ensure-key.ts';

export interface RunningServer {
  readonly context: Context;
  readonly port: number;
  /** Finishes running requests and deliveries first. */
  stop(): Promise<void>;
}

/** What still runs after this is abandoned, so that a stop ends within ten seconds. */
const stopGraceMs = 8_000;

export async function startServer(
  config: Config,
  options: { readonly worker: boolean; readonly overrides?: Overrides },
): Promise<RunningServer> {
  const log = options.overrides?.log ?? createLogger(config);
  sayMisspelt(config, log);
  const context = await createContext(config, { ...options.overrides, log });
  return running(context, async () => {
    const httpServer = await startHttpServer(await createApp(context), config);
    if (options.worker) context.worker.start();
    context.log.info(
      { port: httpServer.port, host: config.host, publicUrl: config.publicUrl },
      'server.listening',
    );
    return httpServer;
  });
}

/** Listens only if the settings name a port. */
export async function startWorker(config: Config): Promise<Pick<RunningServer, 'stop'>> {
  const log = createLogger(config);
  sayMisspelt(config, log);
  const context = await createContext(config, { log });
  return running(context, async () => {
    const { workerPort, host } = config;
    const httpServer =
      workerPort === null
        ? noHttpServer
        : await startHttpServer(createWorkerApp(context), { port: workerPort, host });
    context.worker.start();
    context.log.info({ port: workerPort === null ? null : httpServer.port }, 'worker.started');
    return httpServer;
  });
}

/** Runs before the database is opened: a misspelt address would open another one. */
function sayMisspelt({ misspelt }: Config, log: Log): void {
  for (const { setting, near } of misspelt) log.warn({ setting, near }, 'settings.misspelt');
}

const noHttpServer: HttpServer = { port: 0, close: () => Promise.resolve() };

/** Closes the context if `begin` fails. */
async function running(context: Context, begin: () => Promise<HttpServer>): Promise<RunningServer> {
  try {
    await ensureKey(context);
    await ensureDestination(context, context.config.lrs);
    await applyErasedList(context);
    await applyTakenBack(context);
    const httpServer = await begin();
    const stopNoting = logUnhandledRejections(context.log);
    return {
      context,
      port: httpServer.port,
      async stop() {
        await Promise.all([httpServer.close(stopGraceMs), context.worker.stop(stopGraceMs)]);
        await context.close();
        stopNoting();
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}
