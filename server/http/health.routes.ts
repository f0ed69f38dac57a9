import type { IncomingHttpHeaders } from 'node:http';
import { Router } from 'express';
import type { ClockHint } from '../base/clock-hint.ts';
import { AppError } from '../base/errors.ts';
import type { Config } from '../base/config.ts';
import type { DeliveryWatch } from '../delivery/delivery-watch.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { logOf } from './request-log.ts';

interface HealthDeps {
  readonly storage: Pick<Storage, 'ping'>;
  readonly deliveryWatch: Pick<DeliveryWatch, 'read'>;
  readonly clockHint: Pick<ClockHint, 'read'>;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly config: Pick<Config, 'trustProxy'>;
}

/**
 * GET /healthz: the process responds. GET /readyz: the database answered, and SQLite could write; late deliveries and
 * clock drift don't make it unready, because people can play. `proxy`: how many proxies forwarded this, for `doctor`.
 */
export function createHealthRouter(deps: HealthDeps): Router {
  const { storage, deliveryWatch, clockHint, clock, randomId, config } = deps;
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      await storage.ping();
      const { pending, dead, paused, oldestPendingAt, workers } = await deliveryWatch.read();
      const ageMs = oldestPendingAt === null ? 0 : Math.max(0, clock() - oldestPendingAt);
      const oldestPendingSeconds = Math.floor(ageMs / 1000);
      response.json({
        status: 'ok',
        database: 'ok',
        delivery: { pending, dead, paused, oldestPendingSeconds, workers },
        clock: { secondsAhead: clockHint.read() },
        proxy: { forwarded: countForwarders(request.headers), trusted: config.trustProxy },
      });
    } catch (error) {
      const errorId = randomId();
      logOf(request).error({ errorId, err: error }, 'health.database-unavailable');
      response
        .status(503)
        .json({ status: 'unavailable', database: 'unavailable', ...reasonOf(error), errorId });
    }
  });
  return router;
}

/** As in a learner's refusal. */
function reasonOf(error: unknown): { readonly reason?: string | number } {
  const reason = error instanceof AppError ? error.params.reason : undefined;
  return reason === undefined ? {} : { reason };
}

function countForwarders({ 'x-forwarded-for': chain = '' }: IncomingHttpHeaders): number {
  const addresses = Array.isArray(chain) ? chain : chain.split(',');
  return addresses.filter((address) => address.trim() !== '').length;
}
