/**
 * How much one address may ask for. A classroom sits behind one: what is refused is counted apart, and slows down
 * only what is refused, so that someone who guesses does not lock out those beside them.
 */
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';
import type { Secrets } from '../secrets.ts';

const windowMs = 60_000;
const shared = { windowMs, standardHeaders: 'draft-8', legacyHeaders: false } as const;

interface RequestLimit {
  /** Per minute and address. */
  readonly limit: number;
  /** Whether refused requests count too. */
  readonly countsRefused: boolean;
  readonly onSlowed?: ((request: Request) => void) | undefined;
}

/** Answers `request.too-many` from the limit on, before anything is looked at. */
export function limitRequests({ limit, countsRefused, onSlowed }: RequestLimit): RequestHandler {
  return rateLimit({
    ...shared,
    limit,
    skipFailedRequests: !countsRefused,
    handler: (request, _response, next) => {
      onSlowed?.(request);
      next(new AppError('request.too-many'));
    },
  });
}

/**
 * Per bearer and minute. Its hash is counted: keys lie in memory for a minute, and a stranger's header may be long.
 * Without a bearer nothing is counted; there is nothing to be had either.
 */
export function limitPerBearer({ hashToken }: Pick<Secrets, 'hashToken'>, limit: number): RequestHandler {
  return rateLimit({
    ...shared,
    limit,
    // A classroom shares an address, so the bearer is what is counted.
    skip: (request) => request.headers.authorization === undefined,
    keyGenerator: (request) => hashToken(request.headers.authorization ?? ''),
    handler: (_request, _response, next) => {
      next(new AppError('request.too-many'));
    },
  });
}

export interface RefusalLimit {
  /** Counts a refusal that is about to be answered; from the limit on the answer is `request.too-many` instead. */
  readonly count: (request: Request, response: Response, next: NextFunction, answer: () => void) => void;
  /** Counts refusals that were thrown; faults of our own are not the sender's. */
  readonly countThrown: ErrorRequestHandler;
}

/** @param limit refusals per minute and address */
export function limitRefusals(limit: number, onSlowed?: RequestLimit['onSlowed']): RefusalLimit {
  const limiter = limitRequests({ limit, countsRefused: true, onSlowed });
  const count: RefusalLimit['count'] = (request, response, next, answer) => {
    void limiter(request, response, (slowed?: unknown) => {
      if (slowed === undefined) answer();
      else next(slowed);
    });
  };
  return {
    count,
    countThrown: (thrown: unknown, request, response, next) => {
      const pass = (): void => {
        next(thrown);
      };
      if (isRefusal(thrown)) count(request, response, next, pass);
      else pass();
    },
  };
}

/** Errors of ours and of the body parsers carry their status. */
function isRefusal(thrown: unknown): boolean {
  if (thrown instanceof AppError && thrown.code === 'request.too-many') return false;
  const status: unknown = thrown instanceof Error && 'status' in thrown ? thrown.status : 500;
  return typeof status === 'number' && status < 500;
}
