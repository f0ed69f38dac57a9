/** Starts and stops the server: context, application, listening, worker, and an orderly end. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type Context, createContext, type Overrides } from './context.ts';
import { logUnhandledRejections } from './log.ts';
import { ensureDestination } from './organisations/default-destination.ts';

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
  try {
    await ensureDestination(context, config.lrs);
    const server = createServer(timeouts, await createApp(context));
    const port = await listen(server, config);
    const stopNoting = logUnhandledRejections(context.log);
    if (options.worker) context.worker.start();
    context.log.info({ port, host: config.host, publicUrl: config.publicUrl }, 'server.listening');
    return {
      context,
      port,
      async stop() {
        await Promise.all([closeServer(server), context.worker.stop(stopGraceMs)]);
        await context.close();
        stopNoting();
      },
    };
  } catch (error) {
    await context.close();
    throw error;
  }
}

function listen(server: Server, { port, host }: Config): Promise<number> {
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
