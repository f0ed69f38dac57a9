import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

const suffix = '.br';

/** Leads to the compressed copies that the build made (client/build/compress-files.ts). */
export async function preferCompressed(folder: string): Promise<RequestHandler> {
  const copies = new Set((await readdir(folder)).filter((name) => name.endsWith(suffix)));
  return (request, response, next) => {
    const copy = `${request.path.slice(1)}${suffix}`;
    if (copies.has(copy)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br') === 'br') {
        response.type(extname(request.path)).setHeader('Content-Encoding', 'br');
        request.url = `/${copy}`;
      }
    }
    next();
  };
}
