/** Loopback only; for tests that run in another process. */
import { json, Router } from 'express';
import type { Request } from 'express';
import { controlCommandSchema } from './control-command.ts';
import { applyControl } from './control.ts';
import { listGradeEntries } from './gradebook.ts';
import type { Platform } from './platform.ts';

function isLoopback(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** Other sites can't call it: accepts JSON only and answers no cross-origin preflight. */
export function createControlRoutes(platform: Platform): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (isLoopback(request)) next();
    else response.status(403).json({ error: 'loopback only' });
  });
  router.post('/control', json({ limit: '100kb' }), async (request, response) => {
    const command = controlCommandSchema.safeParse(request.body);
    if (!command.success) {
      response.status(400).json({ error: command.error.issues });
      return;
    }
    await applyControl(platform, command.data);
    response.status(204).end();
  });
  router.get('/service-calls', (_request, response) => {
    response.json(platform.serviceLog.list());
  });
  router.get('/gradebook', (_request, response) => {
    response.json(listGradeEntries(platform.store));
  });
  return router;
}
