/**
 * How much one address may ask for. A classroom sits behind one: what is refused is counted apart, and slows down
 * only what is refused, so that someone who guesses does not lock out those beside them.
 */
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';

const windowMs = 60_000;

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
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipFailedRequests: !countsRefused,
    handler: (request, _response, next) => {
      onSlowed?.(request);
      next(new AppError('request.too-many'));
    },
  });
}

/** Bearers that are counted at a time; beyond them those seen longest ago are forgotten before their minute is over. */
const mostBearers = 5_000;

/**
 * Per bearer and minute. Its hash is counted: keys lie in memory for a minute, and a stranger's header may be long.
 * Without a bearer nothing is counted; there is nothing to be had either. Not by `rateLimit`: each action of a learner comes
 * through here, and looking up the sender's address and telling the limit in headers took a twentieth of the whole.
 * @param now milliseconds since any moment but this one
 */
export function limitPerBearer(
  { hashToken }: Pick<Secrets, 'hashToken'>,
  limit: number,
  now = (): number => performance.now(),
): RequestHandler {
  const minutes: Minutes = new LRUCache({ max: mostBearers, ttl: windowMs, ttlResolution: 0, perf: { now } });
  return ({ headers: { authorization } }, response, next) => {
    // A classroom shares an address, so the bearer is what is counted.
    const key = authorization === undefined ? null : hashToken(authorization);
    if (key === null || countOne(minutes, key) <= limit) {
      next();
      return;
    }
    response.setHeader('Retry-After', Math.ceil(minutes.getRemainingTTL(key) / 1_000));
    next(new AppError('request.too-many'));
  };
}

/** What each bearer asked for since the first request of its minute. */
type Minutes = LRUCache<string, { requests: number }>;

/** How many requests there were in this minute, with this one. */
function countOne(minutes: Minutes, key: string): number {
  const minute = minutes.get(key) ?? { requests: 0 };
  minute.requests += 1;
  if (minute.requests === 1) minutes.set(key, minute);
  return minute.requests;
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
