/** Pages hold no data: the client fetches all with its token. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import compression from 'compression';
import express, { type RequestHandler, Router } from 'express';
import { AppError } from '../../base/errors.ts';
import { listReturnOrigins } from '../../launches/return-origins.ts';
import type { PlatformsPort } from '../../storage/ports/platforms.ts';
import { fileHeaders, setPagePolicy } from '../security.ts';
import { preferCompressed } from './compressed-files.ts';
import { hashSource } from './page-shell.ts';

interface ClientDeps {
  readonly platforms: Pick<PlatformsPort, 'findByRef' | 'listRegistrations'>;
  readonly clientDir: string;
}

const pages = ['play', 'teach', 'select', 'review'].flatMap((page) => [`/${page}`, `/${page}/:platformRef`]);
const refPattern = /^[\w-]{1,64}$/;

/** GET /play, /teach, /select, /review, each also with `/:platformRef`, /assets and the icon. */
export async function createClientRouter({ platforms, clientDir }: ClientDeps): Promise<Router> {
  const page = await readFile(join(clientDir, 'index.html'), 'utf8');
  const inline = { script: hashSource(textOf(page, 'script')), style: hashSource(textOf(page, 'style')) };
  const compressed = brotliCompressSync(page);
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
  const sendPage: RequestHandler = async (request, response) => {
    const { platformRef: ref }: Record<string, unknown> = request.params;
    if (typeof ref === 'string') {
      const platform = refPattern.test(ref) ? await platforms.findByRef(ref) : undefined;
      if (platform === undefined) throw new AppError('request.not-found');
      const chooses = request.path.startsWith('/select/');
      setPagePolicy(response, {
        inline,
        frameAncestors: platform.origins,
        // The choice is posted to the platform.
        ...(chooses ? { formAction: await listReturnOrigins(platforms, platform) } : {}),
      });
    } else setPagePolicy(response, { inline, frameAncestors: [] });
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').vary('Accept-Encoding');
    if (request.acceptsEncodings('br') !== 'br') response.send(page);
    else response.setHeader('Content-Encoding', 'br').send(compressed);
  };
  for (const path of pages) router.get(path, compression(), sendPage);
  return router;
}

/** Of the one element without attributes, written by client/build/first-words.ts. */
function textOf(page: string, tag: 'script' | 'style'): string {
  return new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';
}
