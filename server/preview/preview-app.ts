/** A server for one author on this machine: the built game, one scene, and the page beside it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import { AppError } from '../base/errors.ts';
import { createClientPage } from '../http/pages/client-page.ts';
import { createClientRouter } from '../http/pages/client.routes.ts';
import { dataPolicy, securityHeaders } from '../http/security.ts';
import { createGameRouter } from './game.routes.ts';
import { createPreviewRouter, type PreviewDeps } from './preview.routes.ts';

interface AppDeps extends PreviewDeps {
  readonly clientDir: string;
  /** The built page beside the game. */
  readonly previewDir: string;
  /** As the browser names it, e.g. `127.0.0.1:3010`. */
  readonly hosts: readonly string[];
}

/** The game is framed by our own page. */
const frameRef = 'preview';

/** @throws Error if the client is not built */
export async function createPreviewApp(deps: AppDeps): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(onlyOwnHosts(deps.hosts));
  app.use(onlyOwnPages(deps.hosts));
  app.use(securityHeaders());
  app.use('/api', dataPolicy(), noStore);
  app.use('/api/preview', createPreviewRouter(deps));
  app.use('/api', createGameRouter(deps.plays));
  app.use(await createPageRouter(deps.previewDir));
  const page = await createClientPage({ platforms: ownFrame(deps.hosts), clientDir: deps.clientDir });
  app.use(await createClientRouter({ page, clientDir: deps.clientDir }));
  app.use(() => {
    throw new AppError('request.not-found');
  });
  app.use(sayProblem(deps.onfault));
  return app;
}

/** Another site may give its own name our address, and so read and write here. */
function onlyOwnHosts(hosts: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    next(hosts.includes(request.headers.host ?? '') ? undefined : new AppError('request.not-found'));
  };
}

/** A page of another site may send what it cannot read: a form, or a fetch without permission. */
function onlyOwnPages(hosts: readonly string[]): RequestHandler {
  const origins = hosts.map((host) => `http://${host}`);
  return ({ method, headers }, _response, next) => {
    const { origin, 'sec-fetch-site': site = 'none' } = headers;
    const isRead = method === 'GET' || method === 'HEAD';
    // Programs that are no browser send neither header.
    const isOwn =
      (origin === undefined || origins.includes(origin)) && ['none', 'same-origin'].includes(site);
    next(isRead || isOwn ? undefined : new AppError('request.not-found'));
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

type Platforms = Parameters<typeof createClientPage>[0]['platforms'];

function ownFrame(hosts: readonly string[]): Platforms {
  return {
    // Only its origins are read.
    findByRef: (ref) =>
      Promise.resolve(
        ref === frameRef
          ? ({ origins: hosts.map((host) => `http://${host}`) } as unknown as Awaited<
              ReturnType<Platforms['findByRef']>
            >)
          : undefined,
      ),
    listRegistrations: () => Promise.resolve([]),
  };
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

const entry = 'src/preview/main.ts';

async function createPageRouter(previewDir: string): Promise<express.Router> {
  const content: unknown = JSON.parse(await readFile(join(previewDir, '.vite', 'manifest.json'), 'utf8'));
  const manifest = Manifest.parse(content);
  const script = manifest[entry]?.file;
  if (script === undefined) throw new Error(`The built preview has no ${entry}.`);
  const names = [entry, ...listImports(manifest, entry)];
  const styles = [...new Set(names.flatMap((name) => manifest[name]?.css ?? []))];
  const page = renderPage(script, styles);
  const router = express.Router();
  router.use('/preview/assets', express.static(join(previewDir, 'assets'), { index: false }));
  router.get(['/', '/proof'], noStore, (_request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    response.type('html').send(page);
  });
  return router;
}

function listImports(manifest: z.infer<typeof Manifest>, name: string, seen = new Set<string>()): string[] {
  for (const one of manifest[name]?.imports ?? []) {
    if (seen.has(one)) continue;
    seen.add(one);
    listImports(manifest, one, seen);
  }
  return [...seen];
}

function renderPage(script: string, styles: readonly string[]): string {
  const links = styles.map((style) => `<link rel="stylesheet" href="/preview/${style}">`).join('');
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>NUM+</title><link rel="icon" type="image/svg+xml" href="/favicon.svg">${links}<script type="module" src="/preview/${script}"></script></head><body><div id="preview"></div></body></html>`;
}

function sayProblem(onfault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (!(error instanceof AppError)) onfault(error);
    const { code, params, status } =
      error instanceof AppError ? error : { code: 'server.unexpected', params: {}, status: 500 };
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify({ code, params, errorId: '' }));
  };
}
