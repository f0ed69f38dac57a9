/** A classroom shares one address, so refusals are counted apart: someone who guesses does not lock out the others. */
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';
import { AppError } from '../base/errors.ts';
import type { Launch } from '../storage/ports/launches.ts';

const windowMs = 60_000;

interface RequestLimit {
  readonly limit: number;
  readonly countsRefused: boolean;
  /** `isFirst`: of its sender in this minute. A flood must not fill the log. */
  readonly onSlowed?: ((request: Request, isFirst: boolean) => void) | undefined;
}

/** Refuses with `request.too-many`, before any look-up. */
export function limitRequests({ limit, countsRefused, onSlowed }: RequestLimit): RequestHandler {
  const slowed = new LRUCache<string, true>({ max: mostSenders, ttl: windowMs });
  return rateLimit({
    windowMs,
    limit,
    keyGenerator: nameSender,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipFailedRequests: !countsRefused,
    handler: (request, _response, next) => {
      const sender = nameSender(request);
      const isFirst = !slowed.has(sender);
      if (isFirst) slowed.set(sender, true);
      onSlowed?.(request, isFirst);
      next(new AppError('request.too-many'));
    },
  });
}

/** A closed connection has no address any more. */
function nameSender({ ip }: Request): string {
  return ip === undefined ? 'gone' : ipKeyGenerator(ip);
}

/** Beyond, those seen longest ago are forgotten. */
const mostLaunches = 5_000;
const mostSenders = 5_000;

/** @throws AppError request.too-many; the response says when to ask again */
export type LaunchLimit = (launch: Pick<Launch, 'id'>, response: Response) => void;

/**
 * Counts the requests of a minute by launch: it may have many tokens, and each may be written in many ways. Not by
 * address, which a classroom shares.
 * @param now milliseconds since any fixed moment
 */
export function limitPerLaunch(limit: number, now = (): number => performance.now()): LaunchLimit {
  const minutes: Minutes = new LRUCache({
    max: mostLaunches,
    ttl: windowMs,
    ttlResolution: 0,
    perf: { now },
  });
  return ({ id }, response) => {
    if (countOne(minutes, id) <= limit) return;
    response.setHeader('Retry-After', Math.ceil(minutes.getRemainingTTL(id) / 1_000));
    throw new AppError('request.too-many');
  };
}

type Minutes = LRUCache<string, { requests: number }>;

function countOne(minutes: Minutes, key: string): number {
  const minute = minutes.get(key) ?? { requests: 0 };
  minute.requests += 1;
  if (minute.requests === 1) minutes.set(key, minute);
  return minute.requests;
}

export interface RefusalLimit {
  /** Counts a refusal before it is sent; from the limit on it becomes `request.too-many`. */
  readonly count: (request: Request, response: Response, next: NextFunction, answer: () => void) => void;
  /** Counts thrown refusals, but not our own faults. */
  readonly countThrown: ErrorRequestHandler;
}

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

/** Our errors and those of the body parsers carry their status. */
function isRefusal(thrown: unknown): boolean {
  if (thrown instanceof AppError && thrown.code === 'request.too-many') return false;
  const status: unknown = thrown instanceof Error && 'status' in thrown ? thrown.status : 500;
  return typeof status === 'number' && status < 500;
}
