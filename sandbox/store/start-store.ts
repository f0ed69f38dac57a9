import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { createControlRoutes } from './fault-routes.ts';
import { type FaultControl, Faults } from './faults.ts';
import { openJournal } from './journal-file.ts';
import type { JsonObject } from './json.ts';
import { renderPage } from './page.ts';
import { pageIcon, pageStyle } from './page-style.ts';
import type { PageLanguage } from './page-texts.ts';
import { StatementBook } from './statement-book.ts';
import { createXapiRoutes } from './xapi-routes.ts';

export interface StoreOptions {
  readonly host: string;
  readonly port: number;
  readonly key: string;
  readonly secret: string;
  readonly publicUrl?: string;
  readonly dataFile?: string;
  readonly clock?: () => number;
  readonly maxBodyBytes?: number;
}

export interface RunningStore {
  readonly url: string;
  readonly endpoint: string;
  readonly port: number;
  /** Oldest first, with the members that the store sets. */
  statements(): readonly JsonObject[];
  readonly control: FaultControl;
  close(): Promise<void>;
}

export async function startStore(options: StoreOptions): Promise<RunningStore> {
  const { journal, batches } =
    options.dataFile === undefined ? { journal: undefined, batches: [] } : openJournal(options.dataFile);
  const clock = options.clock ?? Date.now;
  const faults = new Faults();
  const book = new StatementBook({
    clock,
    authority: { objectType: 'Agent', account: { homePage: 'http://lrs.localhost/keys', name: options.key } },
    earlier: batches,
    ...(journal === undefined ? {} : { journal }),
  });
  // Longer than any pause of a client, which would otherwise send into a connection that is being closed.
  const server = createServer({ keepAliveTimeout: 65_000 }, createApp(options, book, faults, clock));
  try {
    await listen(server, options);
  } catch (error) {
    journal?.close();
    throw error;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const own = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  return {
    url: options.publicUrl ?? own,
    endpoint: `${own}/xapi/`,
    port,
    statements: () => book.all.map(({ statement }) => statement),
    control: faults,
    close: async () => {
      await close(server);
      journal?.close();
    },
  };
}

function createApp(options: StoreOptions, book: StatementBook, faults: Faults, clock: () => number): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  });
  const { key, secret, maxBodyBytes = 4 * 1024 * 1024 } = options;
  app.use('/xapi', createXapiRoutes({ book, faults, key, secret, clock, maxBodyBytes }));
  app.use('/sandbox/control', createControlRoutes(faults));
  app.get('/style.css', (_request, response) => response.type('css').send(pageStyle));
  app.get('/icon.svg', (_request, response) => response.type('svg').send(pageIcon));
  app.get('/', (request, response) => {
    const { registration, page } = request.query;
    const language = languageOf(request);
    response.set('Cache-Control', 'no-store').type('html');
    response.send(
      renderPage(book, {
        language,
        registration: typeof registration === 'string' ? registration : '',
        page: typeof page === 'string' && /^\d{1,7}$/.test(page) ? Number(page) : 1,
      }),
    );
  });
  app.use((_request, response) => {
    response.status(404).type('text').send('There is nothing at this address.');
  });
  app.use(answerProblem);
  return app;
}

function languageOf(request: Request): PageLanguage {
  const { lang } = request.query;
  if (lang === 'fr' || lang === 'en') return lang;
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

/** Problems and body-parser errors carry a status; others are 500. */
const answerProblem: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const known = error instanceof Error && 'status' in error && typeof error.status === 'number';
  if (!known) console.error(error);
  response.status(known ? Number(error.status) : 500);
  response.type('text').send(known ? error.message : 'The store failed.');
};

function listen(server: Server, { host, port }: StoreOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
