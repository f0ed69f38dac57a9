/** Whether the process lives, and whether it can serve. */
import { Router } from 'express';
import type { Context } from '../context.ts';

type HealthDeps = Pick<Context, 'storage' | 'deliveryWatch' | 'clockHint' | 'clock' | 'log'>;

/**
 * GET /healthz: the process answers. GET /readyz: the database took a real query, how deliveries stand, and how far
 * our clock seems to be ahead; trouble with the latter two does not make the process unready, since people can play.
 */
export function createHealthRouter({ storage, deliveryWatch, clockHint, clock, log }: HealthDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    try {
      await storage.ping();
      const { pending, dead, paused, oldestPendingAt } = await deliveryWatch.read();
      const ageMs = oldestPendingAt === null ? 0 : Math.max(0, clock() - oldestPendingAt);
      const oldestPendingSeconds = Math.floor(ageMs / 1000);
      response.json({
        status: 'ok',
        database: 'ok',
        delivery: { pending, dead, paused, oldestPendingSeconds },
        clock: { secondsAhead: clockHint.read() },
      });
    } catch (error) {
      log.error({ err: error }, 'health.database-unavailable');
      response.status(503).json({ status: 'unavailable', database: 'unavailable' });
    }
  });
  return router;
}
