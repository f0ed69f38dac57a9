/** Counts by route pattern: no address, id or code becomes a label. */
import type { Request, RequestHandler } from 'express';
import type { Counts } from '../metrics/tool-metrics.ts';

/** Longest first: after a refusal Express no longer says which router it was. */
const mounts = ['/lti/register', '/lti/cookie', '/lti', '/xapi', '/api'];

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Mount before every router. */
export function countRequests(counts: Counts): RequestHandler {
  return (request, response, next) => {
    const begin = process.hrtime.bigint();
    response.once('close', () => {
      const route = nameRoute(request);
      const method = methods.has(request.method) ? request.method : 'other';
      // `aborted`: the sender closed the connection.
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'aborted';
      counts.request({ method, route, status });
      counts.took(route, Number(process.hrtime.bigint() - begin) / 1e9);
    });
    next();
  };
}

/** `other` for files and unmatched paths. */
function nameRoute(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  if (typeof path !== 'string') return 'other';
  const address = request.originalUrl.toLowerCase();
  const mount = mounts.find((one) => address === one || address.startsWith(`${one}/`)) ?? '';
  return path.startsWith(`${mount}/`) ? path : `${mount}${path}`;
}
