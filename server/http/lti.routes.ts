/** The LTI edge: login, launch and key set as HTTP. It turns refusals of the gate into pages, and decides nothing. */
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Refusal } from '../../lti/codes.ts';
import { acceptPost, startLogin } from '../../lti/gate.ts';
import type { GateDeps } from '../../lti/gate.ts';
import type { LtiProvider } from '../../lti/provider.ts';
import type { Log } from '../log.ts';
import { AppError } from '../errors.ts';
import { acceptLaunch } from '../launches/accept.ts';
import type { AcceptDeps } from '../launches/accept.ts';
import { parseId } from './parse.ts';
import { sendRefusalPage } from './refusal-page.ts';
import { getRefusalStatus } from './refusals.ts';

export interface LtiRouterDeps {
  readonly gate: GateDeps;
  readonly accept: AcceptDeps;
  readonly provider: Pick<LtiProvider, 'getKeySet'>;
  readonly log: Log;
  readonly randomId: () => string;
  /** Per minute and address: a classroom sits behind one. */
  readonly requestsPerMinute?: number;
  /** Refused ones per minute and address. */
  readonly failuresPerMinute?: number;
}

/** Routes below /lti. */
export function createLtiRouter(deps: LtiRouterDeps): Router {
  const { requestsPerMinute = 1200, failuresPerMinute = 120 } = deps;
  const router = Router();
  const form = express.urlencoded({ limit: '256kb', extended: false });
  const limits = [
    limitRequests(deps, requestsPerMinute, false),
    limitRequests(deps, failuresPerMinute, true),
  ];
  router.use(setHeaders);
  router.get('/keys', async (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type('json').send(await deps.provider.getKeySet());
  });
  const login: RequestHandler = async (request, response) => {
    const ref: unknown = request.params.platformRef;
    const params: unknown = request.method === 'POST' ? request.body : request.query;
    const answer = await startLogin(deps.gate, params, ref === undefined ? null : parseId(ref));
    if (!answer.ok) {
      sendRefusal(deps, request, response, answer);
      return;
    }
    response.setHeader('Set-Cookie', answer.setCookie);
    response.redirect(302, answer.authorizationUrl);
  };
  for (const path of ['/login', '/login/:platformRef']) {
    router.get(path, limits, login);
    router.post(path, limits, form, login);
  }
  router.post('/launch', limits, form, async (request: Request, response: Response) => {
    const judged = await acceptPost(deps.gate, request.body, request.headers.cookie);
    const accepted = judged.ok ? await acceptLaunch(deps.accept, judged.launch) : judged;
    if (judged.ok) response.setHeader('Set-Cookie', judged.clearCookie);
    if (!accepted.ok) {
      sendRefusal(deps, request, response, accepted);
      return;
    }
    const { id: launchId, platformId, role } = accepted.launch;
    deps.log.info({ launchId, platformId, role }, 'lti.launched');
    response.redirect(303, accepted.pageUrl);
  });
  return router;
}

const setHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  next();
};

function limitRequests(deps: LtiRouterDeps, limit: number, failuresOnly: boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    skipSuccessfulRequests: failuresOnly,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      deps.log.warn({ failuresOnly }, 'lti.slowed-down');
      next(new AppError('request.too-many'));
    },
  });
}

function sendRefusal(deps: LtiRouterDeps, request: Request, response: Response, refusal: Refusal): void {
  const errorId = deps.randomId();
  const { code, detail, locale } = refusal;
  deps.log.warn({ errorId, code, detail }, 'lti.refused');
  sendRefusalPage(request, response, { code, status: getRefusalStatus(code), errorId, locale });
}
