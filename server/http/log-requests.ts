import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Log } from '../base/log.ts';
import { keepRequestLog } from './request-log.ts';

interface LogDeps {
  readonly log: Log & Pick<Logger, 'debug'>;
  readonly randomId: () => string;
}

/** Mount first. The id is ours: a sender's could be anything. */
export function logRequests({ log, randomId }: LogDeps): RequestHandler {
  return (request, response, next) => {
    const requestId = randomId();
    keepRequestLog(request, requestId, log);
    const startedAt = performance.now();
    // No query, header or body: any may hold a code, a token or a claim.
    const req = { id: requestId, method: request.method, path: hideInvitation(request.path) };
    response.once('close', () => {
      const responseTime = Math.round(performance.now() - startedAt);
      const line = { requestId, req, res: { status: response.statusCode }, responseTime };
      if (!response.writableFinished) log.debug(line, 'request.cut-short');
      else if (response.statusCode >= 500) log.warn(line, 'request.answered');
      else log.debug(line, 'request.answered');
    });
    next();
  };
}

/** An invitation's address is enough to register an LMS, so it is not logged. */
function hideInvitation(path: string): string {
  return path.replace(/(\/register)\/.*/i, '$1/…');
}
