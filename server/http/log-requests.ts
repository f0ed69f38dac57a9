/** One line for each request, at its end, and its id in every line that is written while it is handled. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Context } from '../context.ts';
import { withLogIds } from '../log.ts';

/** Goes before everything else. The id is ours: a sender's could be anything. */
export function logRequests({ log, randomId }: Pick<Context, 'log' | 'randomId'>): RequestHandler[] {
  const noteRequest = pinoHttp({
    logger: log,
    genReqId: randomId,
    serializers,
    customLogLevel: levelOf,
    // Written when the answer has gone out, outside of what handled the request.
    customSuccessObject: (request: IncomingMessage, _response, line: object) => ({
      ...line,
      ...idsOf(request),
    }),
    customErrorObject: (request: IncomingMessage, _response, _error, line: object) => ({
      ...line,
      ...idsOf(request),
    }),
  });
  return [
    noteRequest,
    (request, _response, next) => {
      withLogIds(idsOf(request), next);
    },
  ];
}

function idsOf({ id }: Pick<IncomingMessage, 'id'>): { readonly requestId: string } {
  return { requestId: typeof id === 'string' ? id : '' };
}

/** No query, no header, no body: any of them may hold a code, a token or a claim. */
const serializers = {
  req: (request: { id: unknown; method: string; url: string }) => ({
    id: request.id,
    method: request.method,
    path: hideInvitation(request.url.split('?', 1)[0] ?? ''),
  }),
  res: (response: { statusCode: number }) => ({ status: response.statusCode }),
};

/** Whoever has an invitation's address may register an LMS. */
function hideInvitation(path: string): string {
  return path.replace(/(\/register)\/.*/i, '$1/…');
}

function levelOf(_request: unknown, response: { statusCode: number }): 'debug' | 'warn' {
  return response.statusCode >= 500 ? 'warn' : 'debug';
}
