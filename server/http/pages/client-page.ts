/** The client's page is the same for everybody; after a launch it also says which address it has (ADR 55). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { AppError } from '../../base/errors.ts';
import { listReturnOrigins } from '../../launches/return-origins.ts';
import type { PlatformsPort } from '../../storage/ports/platforms.ts';
import { setPagePolicy } from '../security.ts';
import { hashSource } from './page-shell.ts';

interface ClientPageDeps {
  readonly platforms: Pick<PlatformsPort, 'findByRef' | 'listRegistrations'>;
  readonly clientDir: string;
}

export interface ClientPage {
  /** @throws AppError if no platform has the reference in the path */
  readonly send: (request: Request, response: Response, path: string) => Promise<void>;
  /** The page takes this address before its scripts read it, so that the browser need not fetch it again. */
  readonly sendAs: (response: Response, pageUrl: string) => Promise<void>;
}

const refPattern = /^[\w-]{1,64}$/;

export async function createClientPage({ platforms, clientDir }: ClientPageDeps): Promise<ClientPage> {
  const page = await readFile(join(clientDir, 'index.html'), 'utf8');
  const inline = { script: hashSource(textOf(page, 'script')), style: hashSource(textOf(page, 'style')) };
  const compressed = brotliCompressSync(page);

  async function setHeaders(response: Response, path: string): Promise<void> {
    const [, name, ref] = path.split('/');
    if (ref === undefined) setPagePolicy(response, { inline, frameAncestors: [] });
    else {
      const platform = refPattern.test(ref) ? await platforms.findByRef(ref) : undefined;
      if (platform === undefined) throw new AppError('request.not-found');
      setPagePolicy(response, {
        inline,
        frameAncestors: platform.origins,
        // The choice is posted to the platform.
        ...(name === 'select' ? { formAction: await listReturnOrigins(platforms, platform) } : {}),
      });
    }
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').vary('Accept-Encoding');
  }

  return {
    send: async (request, response, path) => {
      await setHeaders(response, path);
      if (request.acceptsEncodings('br') !== 'br') response.send(page);
      else response.setHeader('Content-Encoding', 'br').send(compressed);
    },
    sendAs: async (response, pageUrl) => {
      await setHeaders(response, new URL(pageUrl).pathname);
      response.send(page.replace('<title>', (title) => `${renderAddress(pageUrl)}${title}`));
    },
  };
}

/** Read by client/src/first-words.ts. `<` is escaped so that no value can end the block. */
function renderAddress(pageUrl: string): string {
  const json = JSON.stringify(pageUrl).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="address">${json}</script>`;
}

/** Of the one element without attributes, written by client/build/first-words.ts. */
function textOf(page: string, tag: 'script' | 'style'): string {
  return new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page)?.[1] ?? '';
}
