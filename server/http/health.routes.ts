/** Whether the process lives, and whether it can serve. */
import { Router } from 'express';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/ports/storage.ts';

/** GET /healthz: the process answers. GET /readyz: the database took a real query. */
export function createHealthRouter(storage: Pick<Storage, 'ping'>, log: Log): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    try {
      await storage.ping();
      response.json({ status: 'ok', database: 'ok' });
    } catch (error) {
      log.error({ err: error }, 'health.database-unavailable');
      response.status(503).json({ status: 'unavailable', database: 'unavailable' });
    }
  });
  return router;
}
