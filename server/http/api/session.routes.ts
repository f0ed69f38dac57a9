/** A launch's code becomes tokens, tokens are renewed, and « Quitter » ends them. */
import { Router } from 'express';
import type { Sessions } from '../../launches/sessions.ts';
import { limitRefusals } from '../limits.ts';
import type { Handlers } from './route.ts';
import { sessionRoutes } from './learner-routes.ts';
import { serveRoutes } from './serve-routes.ts';

interface SessionDeps {
  readonly sessions: Sessions;
  /** Refusals per minute and address before the answer is "too many"; a good client makes hardly any. */
  readonly failuresPerMinute?: number;
}

/** Routes below /api, with a limit of their own for refusals. */
export function createSessionRouter({ sessions, failuresPerMinute = 120 }: SessionDeps): Router {
  const router = Router();
  const handlers: Handlers<typeof sessionRoutes> = {
    'post /session': ({ body }) => sessions.open(body.code),
    'post /session/refresh': ({ body }) => sessions.refresh(body.refreshToken),
    'delete /session': ({ request }) => sessions.leave(request.headers.authorization),
  };
  serveRoutes(router, sessionRoutes, handlers);
  router.use('/session', limitRefusals(failuresPerMinute).countThrown);
  return router;
}
