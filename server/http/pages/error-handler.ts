/** The only place that turns errors into responses. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError } from '../../base/errors.ts';
import type { Problem } from '../../contract/session.ts';
import { sendRefusalPage } from './refusal-page.ts';
import { logOf } from '../request-log.ts';

interface ErrorDeps {
  readonly randomId: () => string;
}

export function notFound(): RequestHandler {
  return () => {
    throw new AppError('request.not-found');
  };
}

/** As problem+json below /api, as a page elsewhere. Unknown errors are logged whole and sent as one code. */
export function createErrorHandler({ randomId }: ErrorDeps): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const error = toAppError(thrown);
    const { code } = error;
    const errorId = randomId();
    const log = logOf(request);
    if (response.headersSent) {
      log.error({ errorId, code, err: thrown }, 'request.cut-off');
      // Express cuts the response off, so that it does not look complete.
      next();
      return;
    }
    if (error.status >= 500) log.error({ errorId, code, err: thrown }, 'request.failed');
    // A flood must not fill the log; /metrics counts what is beyond a limit.
    else if (code !== 'request.too-many') log.info({ errorId, code }, 'request.refused');
    response.setHeader('Cache-Control', 'no-store');
    if (typeof error.params.waitS === 'number') response.setHeader('Retry-After', error.params.waitS);
    if (request.path.startsWith('/api/')) {
      const problem: Problem = { code, params: error.params, errorId };
      response.status(error.status).type('application/problem+json').send(JSON.stringify(problem));
    } else {
      sendRefusalPage(request, response, { code, status: error.status, errorId });
    }
  };
}

/** Error codes by the body parser's `type`. */
const parserCodes = new Map<unknown, ConstructorParameters<typeof AppError>[0]>([
  ['entity.too.large', 'request.too-large'],
  ['entity.parse.failed', 'request.not-json'],
  ['encoding.unsupported', 'request.not-json'],
  ['charset.unsupported', 'request.not-json'],
  ['request.aborted', 'request.invalid'],
  ['request.size.invalid', 'request.invalid'],
  ['parameters.too.many', 'request.invalid'],
  ['entity.too.deep', 'request.invalid'],
]);

function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const type: unknown = thrown instanceof Error && 'type' in thrown ? thrown.type : undefined;
  const status: unknown = thrown instanceof Error && 'status' in thrown ? thrown.status : undefined;
  const code = parserCodes.get(type);
  if (code !== undefined) return new AppError(code, {}, { cause: thrown });
  if (status === 400) return new AppError('request.invalid', {}, { cause: thrown });
  return new AppError('server.unexpected', {}, { cause: thrown });
}
