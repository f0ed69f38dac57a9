/** The session API: a launch's code becomes tokens, tokens are renewed, and « Quitter » ends them. */
import express, { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AppError } from '../errors.ts';
import type { Sessions } from '../launches/sessions.ts';
import { RefreshRequest, SessionRequest } from './contract/session.ts';
import { parseBody } from './parse.ts';

interface SessionRouterDeps {
  readonly sessions: Sessions;
  /** Refused trades per minute and address, before answers stop: guesses, since a good client makes none. */
  readonly failuresPerMinute?: number;
}

/** Routes below /api: POST /session, POST /session/refresh, DELETE /session. */
export function createSessionRouter({ sessions, failuresPerMinute = 120 }: SessionRouterDeps): Router {
  const router = Router();
  const json = express.json({ limit: '16kb' });
  const slowGuesses = rateLimit({
    windowMs: 60_000,
    limit: failuresPerMinute,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new AppError('request.too-many'));
    },
  });
  router.use('/session', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.post('/session', slowGuesses, json, async (request, response) => {
    response.json(await sessions.open(parseBody(SessionRequest, request.body).code));
  });
  router.post('/session/refresh', slowGuesses, json, async (request, response) => {
    response.json(await sessions.refresh(parseBody(RefreshRequest, request.body).refreshToken));
  });
  router.delete('/session', async (request, response) => {
    await sessions.leave(request.headers.authorization);
    response.status(204).end();
  });
  return router;
}
