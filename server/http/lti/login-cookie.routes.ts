import { Router } from 'express';
import { z } from 'zod';
import { buildLoginCookie, listJars, readLoginCookie } from '../../../lti/launch/login-cookie.ts';
import { loginLifeMs } from '../../../lti/launch/login.ts';
import { AppError } from '../../base/errors.ts';
import type { CookieCheck, CookieCheckAnswer, CookieKeep } from '../../contract/launch-page.ts';
import { kilobyte, readJson } from '../bodies.ts';
import { parseBody } from '../parse.ts';

const cookieKey = z.string().regex(/^[\w-]{8}$/);
const Check: z.ZodType<CookieCheck> = z.object({ cookieKey });
const Keep: z.ZodType<CookieKeep> = z.object({ cookieKey, secret: z.string().regex(/^[\w-]{43}$/) });

/** Accepts JSON only, which no form of another site can send. */
export function createLoginCookieRouter({ publicUrl }: { readonly publicUrl: string }): Router {
  const router = Router();
  const { origin } = new URL(publicUrl);
  router.use((request, _response, next) => {
    // Else a stranger's page could make its login look like this browser's.
    next(request.headers.origin === origin ? undefined : new AppError('request.invalid'));
  });
  router.use(readJson(kilobyte));
  router.post('/check', (request, response) => {
    const { cookieKey: key } = parseBody(Check, request.body);
    const secret = readLoginCookie(request.headers.cookie, key, listJars(publicUrl));
    const answer: CookieCheckAnswer = { arrived: secret !== undefined };
    response.json(answer);
  });
  router.post('/keep', (request, response) => {
    const { cookieKey: key, secret } = parseBody(Keep, request.body);
    response.setHeader('Set-Cookie', buildLoginCookie(key, secret, loginLifeMs / 1000, 'granted'));
    response.status(204).end();
  });
  return router;
}
