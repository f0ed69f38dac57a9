/** The session API: a launch's code becomes tokens, tokens are renewed, and « Quitter » ends them. */
import express, { Router } from 'express';
import type { Sessions } from '../../launches/sessions.ts';
import { RefreshRequest, SessionRequest } from '../../contract/session.ts';
import { limitRefusals } from '../limits.ts';
import { parseBody } from '../parse.ts';

interface SessionRouterDeps {
  readonly sessions: Sessions;
  /** Refused trades per minute and address, before the answer is "too many"; a good client makes hardly any. */
  readonly failuresPerMinute?: number;
}

/** Routes below /api: POST /session, POST /session/refresh, DELETE /session. */
export function createSessionRouter({ sessions, failuresPerMinute = 120 }: SessionRouterDeps): Router {
  const router = Router();
  const json = express.json({ limit: '16kb' });
  router.use('/session', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.post('/session', json, async (request, response) => {
    response.json(await sessions.open(parseBody(SessionRequest, request.body).code));
  });
  router.post('/session/refresh', json, async (request, response) => {
    response.json(await sessions.refresh(parseBody(RefreshRequest, request.body).refreshToken));
  });
  router.delete('/session', async (request, response) => {
    await sessions.leave(request.headers.authorization);
    response.status(204).end();
  });
  router.use('/session', limitRefusals(failuresPerMinute).countThrown);
  return router;
}
