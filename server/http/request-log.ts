/**
 * Every line has the request's id. Not `AsyncLocalStorage`: Node then tracks every promise, which made a batch of
 * actions 5 to 8 % slower.
 */
import type { Request } from 'express';
import type { Log } from '../base/log.ts';

/** Takes the common log away, so that a router can write no line without the request's id. */
export type WithoutLog<Deps> = Omit<Deps, 'log'>;

const logs = new WeakMap<Request, Log>();

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

/** @throws Error if `logRequests` did not see the request first */
export function logOf(request: Request): Log {
  const log = logs.get(request);
  if (log === undefined) throw new Error('log-requests.ts goes before everything that logs');
  return log;
}

export function withLogOf<Deps extends object>(request: Request, deps: Deps): Deps & { readonly log: Log } {
  return { ...deps, log: logOf(request) };
}
