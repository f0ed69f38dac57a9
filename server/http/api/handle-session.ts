import { Router } from 'express';
import { buildLoginCookie } from '../../../lti/launch/login-cookie.ts';
import { findCookieKey } from '../../launches/launch-code.ts';
import type { Sessions } from '../../launches/sessions.ts';
import { limitRefusals, limitRequests } from '../limits.ts';
import type { Handlers } from './table/route.ts';
import { sessionRoutes } from './table/session.ts';
import { serveTable } from './serve-table.ts';

interface SessionDeps {
  readonly sessions: Sessions;
  /** Per minute and address, counted before the body, which holds the secret. */
  readonly requestsPerMinute?: number;
  /** Per minute and address; a good client makes hardly any. */
  readonly failuresPerMinute?: number;
}

export function createSessionRouter(deps: SessionDeps): Router {
  const { sessions, requestsPerMinute = 6_000, failuresPerMinute = 120 } = deps;
  const router = Router();
  router.use('/session', limitRequests({ limit: requestsPerMinute, countsRefused: true }));
  const handlers: Handlers<typeof sessionRoutes> = {
    'post /session': async ({ body, request, response }) => {
      const answer = await sessions.open(body.code, request.headers.cookie);
      const cookieKey = findCookieKey(body.code);
      if (cookieKey !== undefined) response.setHeader('Set-Cookie', buildLoginCookie(cookieKey, '', 0));
      return answer;
    },
    'post /session/refresh': ({ body }) => sessions.refresh(body.refreshToken),
    'delete /session': ({ request, query }) => sessions.leave(request.headers.authorization, query.goesOn),
  };
  serveTable(router, sessionRoutes, handlers);
  router.use('/session', limitRefusals(failuresPerMinute).countThrown);
  return router;
}
