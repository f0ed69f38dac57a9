/** Pages hold no data: the client fetches all with its token. */
import { join } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler, Router } from 'express';
import { fileHeaders } from '../security.ts';
import { preferCompressed } from './compressed-files.ts';
import type { ClientPage } from './client-page.ts';

interface ClientDeps {
  readonly page: Pick<ClientPage, 'send'>;
  readonly clientDir: string;
}

const pages = ['play', 'teach', 'select', 'review'].flatMap((page) => [`/${page}`, `/${page}/:platformRef`]);

/** GET /play, /teach, /select, /review, each also with `/:platformRef`, /assets and the icon. */
export async function createClientRouter({ page, clientDir }: ClientDeps): Promise<Router> {
  const router = Router();
  router.use(
    '/assets',
    fileHeaders(),
    await preferCompressed(join(clientDir, 'assets')),
    // Not used for API responses: they hold tokens, which their compressed size could reveal (BREACH).
    compression(),
    express.static(join(clientDir, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      etag: false,
      lastModified: false,
      acceptRanges: false,
    }),
    (_request, response) => {
      response.status(404).end();
    },
  );
  // Browsers ask for the .ico by themselves; LMSs show the .png.
  for (const icon of ['favicon.svg', 'favicon.ico', 'icon.png']) {
    router.get(`/${icon}`, (_request, response) => {
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.sendFile(join(clientDir, icon), { maxAge: '1d' });
    });
  }
  const sendPage: RequestHandler = (request, response) => page.send(request, response, request.path);
  for (const path of pages) {
    router.get(path, compression(), sendPage);
    // WebKit may load a page again by the post of its launch, at the address that the page took (ADR 55).
    router.post(path, (request, response) => {
      response.redirect(303, request.path);
    });
  }
  return router;
}
