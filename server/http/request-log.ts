/**
 * The log of one request: every line carries the request's id. Routers have no other log, and hand this one on with
 * the rest of what they hand on. `AsyncLocalStorage` would spare them that; but while one is in use, Node follows every
 * promise of the process, which made a batch of actions cost 5 to 8 % more.
 */
import type { Request } from 'express';
import type { Log } from '../base/log.ts';

/** What a router is built with: as its types have no log, it cannot write a line that names no request. */
export type WithoutLog<Deps> = Omit<Deps, 'log'>;

const logs = new WeakMap<Request, Log>();

/** Goes with the request from here on. Details of a line win over the id, should they ever have one of their own. */
export function keepRequestLog(request: Request, requestId: string, log: Log): void {
  logs.set(request, {
    info(details, message) {
      log.info({ requestId, ...details }, message);
    },
    warn(details, message) {
      log.warn({ requestId, ...details }, message);
    },
    error(details, message) {
      log.error({ requestId, ...details }, message);
    },
  });
}

/** @throws Error where `logRequests` did not see the request first */
export function logOf(request: Request): Log {
  const log = logs.get(request);
  if (log === undefined) throw new Error('log-requests.ts goes before everything that logs');
  return log;
}

/** What a router hands on: all that it has, and the log of this request. */
export function withLogOf<Deps extends object>(request: Request, deps: Deps): Deps & { readonly log: Log } {
  return { ...deps, log: logOf(request) };
}
