/** Turns the gate's refusals into pages; decides nothing. */
import compression from 'compression';
import { Router } from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Refusal } from '../../../lti/launch/codes.ts';
import { acceptPost, continueLaunch } from '../../../lti/launch/gate.ts';
import type { GateDeps, HeldAnswer, LaunchAnswer } from '../../../lti/launch/gate.ts';
import { startLogin } from '../../../lti/launch/login.ts';
import type { LtiProvider } from '../../../lti/engine/provider.ts';
import type { Counts } from '../../metrics/tool-metrics.ts';
import { acceptLaunch } from '../../launches/accept.ts';
import type { AcceptDeps, WaitingRefusal } from '../../launches/accept.ts';
import { type KeyReads, toKeyReader } from '../../organisations/key-reads.ts';
import { notePrivateHost } from '../../organisations/private-hosts.ts';
import { sendHeldPage } from './launch-pages/held-page.ts';
import { sendLoginPage } from './launch-pages/login-page.ts';
import { kilobyte, readForm } from '../bodies.ts';
import { limitRefusals, limitRequests } from '../limits.ts';
import type { RefusalLimit } from '../limits.ts';
import type { LtiLaunch } from '../../../lti/launch/launch.ts';
import { createLoginCookieRouter } from './login-cookie.routes.ts';
import { parseId } from '../parse.ts';
import type { ClientPage } from '../pages/client-page.ts';
import { preferredLanguage } from '../pages/page-shell.ts';
import { sendRefusalPage } from '../pages/refusal-page.ts';
import { getRefusalStatus } from '../pages/refusals.ts';
import { logOf } from '../request-log.ts';

export interface LtiRouterDeps {
  readonly gate: GateDeps;
  readonly accept: AcceptDeps;
  readonly provider: Pick<LtiProvider, 'getKeySet' | 'getKeySetOf'>;
  readonly keyReads: Pick<KeyReads, 'note'>;
  readonly counts: Pick<Counts, 'launch'>;
  readonly randomId: () => string;
  readonly launchScript: string;
  readonly page: Pick<ClientPage, 'sendAs'>;
  readonly limits?: Partial<LtiLimits> | undefined;
}

/** Per minute and address, which a classroom shares. Each is counted apart. */
export interface LtiLimits {
  /** Many come to nothing, and cost little. */
  readonly loginsPerMinute: number;
  /** Accepted launches. */
  readonly launchesPerMinute: number;
  /** Refused logins; refused launches are counted apart. */
  readonly failuresPerMinute: number;
}

const usualLimits: LtiLimits = { loginsPerMinute: 6_000, launchesPerMinute: 1_200, failuresPerMinute: 120 };

/** Long hints, encoded; a token with all its claims; an id and a secret. */
const formLimits = { login: 128 * kilobyte, launch: 256 * kilobyte, continue: 4 * kilobyte };

/** Posted launches; a flood would slow other addresses too. */
const floodPerMinute = 6_000;

export function createLtiRouter(deps: LtiRouterDeps): Router {
  const limits = createLimits(deps);
  const router = Router();
  router.use(setHeaders);
  for (const path of ['/keys', '/keys/:platformRef']) router.get(path, sendKeySet(deps));
  const login = handleLogin(deps, limits.refusedLogins);
  // Every page has new secrets: its compressed size reveals nothing about the next (BREACH).
  router.use(['/login', '/launch', '/continue'], compression());
  for (const path of ['/login', '/login/:platformRef']) {
    router.get(path, limits.logins, login);
    router.post(path, limits.logins, readForm(formLimits.login), login);
  }
  router.use('/login', limits.refusedLogins.countThrown);
  const finish = finishLaunch(deps, limits.refusedLaunches);
  const launch: RequestHandler = async (request, response, next) => {
    const judged = await acceptPost(gateOf(deps, request), request.body, request.headers.cookie);
    if ('held' in judged) await sendHeld(deps, request, response, judged);
    else await finish(judged, { request, response, next });
  };
  router.post('/launch', limits.launches, readForm(formLimits.launch), launch);
  const goOn: RequestHandler = async (request, response, next) => {
    const { origin, cookie } = request.headers;
    const judged = await continueLaunch(gateOf(deps, request), request.body, { origin, cookies: cookie });
    await finish(judged, { request, response, next });
  };
  router.post('/continue', limits.launches, readForm(formLimits.continue), goOn);
  router.use('/cookie', limits.cookies, createLoginCookieRouter(deps.gate));
  router.use(limits.refusedLaunches.countThrown);
  return router;
}

interface Limiters {
  readonly logins: RequestHandler;
  readonly refusedLogins: RefusalLimit;
  readonly launches: RequestHandler[];
  readonly refusedLaunches: RefusalLimit;
  readonly cookies: RequestHandler;
}

function createLimits({ counts, limits }: LtiRouterDeps): Limiters {
  const { loginsPerMinute, launchesPerMinute, failuresPerMinute } = { ...usualLimits, ...limits };
  const onSlowed =
    (limited: string) =>
    (request: Request, isFirst: boolean): void => {
      if (isFirst) logOf(request).warn({ limited }, 'lti.slowed-down');
      counts.launch('request.too-many');
    };
  const limitAll = (limited: string, limit: number): RequestHandler =>
    limitRequests({ limit, countsRefused: true, onSlowed: onSlowed(limited) });
  const accepted = { limit: launchesPerMinute, countsRefused: false, onSlowed: onSlowed('launches') };
  return {
    logins: limitAll('logins', loginsPerMinute),
    refusedLogins: limitRefusals(failuresPerMinute, onSlowed('refused logins')),
    launches: [limitAll('posts', floodPerMinute), limitRequests(accepted)],
    refusedLaunches: limitRefusals(failuresPerMinute, onSlowed('refused launches')),
    cookies: limitAll('cookies', floodPerMinute),
  };
}

/** Logs key sets from private hosts. */
function gateOf({ gate }: LtiRouterDeps, request: Request): GateDeps {
  return { ...gate, notePrivateHost: notePrivateHost(logOf(request)) };
}

function sendKeySet({ gate, provider, keyReads }: LtiRouterDeps): RequestHandler {
  return async (request, response) => {
    const asked: unknown = request.params.platformRef;
    const ref = asked === undefined ? null : parseId(asked);
    const registrations = ref === null ? null : await gate.registrations.listByPlatformRef(ref);
    // Before its registration is stored, an LMS gets an empty set and retries.
    if (registrations?.length !== 0) response.setHeader('Cache-Control', 'public, max-age=300');
    const set = registrations === null ? provider.getKeySet() : provider.getKeySetOf(registrations);
    const keys = await set;
    // Before the answer, because a connection check waits for the LMS only.
    if (registrations?.length !== 0) {
      await keyReads.note(ref, toKeyReader(request.headers['user-agent'], request.ip));
    }
    response.type('json').send(keys);
  };
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly next: NextFunction;
}

function handleLogin(deps: LtiRouterDeps, refusals: RefusalLimit): RequestHandler {
  return async (request, response, next) => {
    const ref: unknown = request.params.platformRef;
    const params: unknown = request.method === 'POST' ? request.body : request.query;
    const answer = await startLogin(deps.gate, params, ref === undefined ? null : parseId(ref));
    if (!answer.ok) {
      refusals.count(request, response, next, () => {
        sendRefusal(deps, request, response, answer);
      });
      return;
    }
    const { setCookie, insecureCookie, markerCookie } = answer;
    // A top-level window has its cookies; older browsers lack this header.
    if (request.headers['sec-fetch-dest'] === 'document') {
      response.setHeader('Set-Cookie', insecureCookie === null ? setCookie : [setCookie, insecureCookie]);
      response.redirect(302, answer.authorizationUrl);
    } else {
      response.setHeader('Set-Cookie', [setCookie, markerCookie]);
      sendLoginPage(request, response, {
        login: answer,
        loginPath: `${request.baseUrl}${request.path}`,
        script: deps.launchScript,
        frameAncestors: await listOrigins(deps, answer),
      });
    }
  };
}

function finishLaunch(
  deps: LtiRouterDeps,
  refusals: RefusalLimit,
): (judged: LaunchAnswer | Refusal, exchange: Exchange) => Promise<void> {
  return async (judged, { request, response, next }) => {
    const accepted = judged.ok
      ? await acceptLaunch(deps.accept, withLanguage(judged.launch, request), judged.browser)
      : judged;
    // The page shows the cookie once more with its code.
    const isShownAgain = judged.ok && accepted.ok && judged.browser !== null;
    if (judged.ok && !isShownAgain) response.setHeader('Set-Cookie', judged.clearCookie);
    if (!accepted.ok) {
      refusals.count(request, response, next, () => {
        sendRefusal(deps, request, response, accepted);
      });
      return;
    }
    const { id: launchId, platformId, role } = accepted.launch;
    logOf(request).info({ launchId, platformId, role }, 'lti.launched');
    deps.counts.launch('accepted');
    // Older browsers and programs do not send the header, and in its own window WebKit would reload a post.
    if (request.headers['sec-fetch-dest'] === 'iframe') await deps.page.sendAs(response, accepted.pageUrl);
    else response.redirect(303, accepted.pageUrl);
  };
}

/** If the LMS tells no language, the browser does. */
function withLanguage(launch: LtiLaunch, request: Request): LtiLaunch {
  const isTold = launch.locale !== null && launch.locale !== '';
  return isTold ? launch : { ...launch, locale: preferredLanguage(request) };
}

const setHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  next();
};

async function listOrigins(
  { accept }: LtiRouterDeps,
  { organisationId, platformId }: { readonly organisationId: string; readonly platformId: string },
): Promise<readonly string[]> {
  return (await accept.storage.platforms.find(organisationId, platformId))?.origins ?? [];
}

async function sendHeld(
  deps: LtiRouterDeps,
  request: Request,
  response: Response,
  answer: HeldAnswer,
): Promise<void> {
  const errorId = deps.randomId();
  logOf(request).info({ errorId }, 'lti.held');
  deps.counts.launch('held');
  const frameAncestors = await listOrigins(deps, answer.held);
  sendHeldPage(request, response, { answer, errorId, script: deps.launchScript, frameAncestors });
}

function sendRefusal(
  deps: LtiRouterDeps,
  request: Request,
  response: Response,
  refusal: Refusal | WaitingRefusal,
): void {
  const errorId = deps.randomId();
  const { code, detail, locale, returnUrl } = refusal;
  logOf(request).warn({ errorId, code, detail }, 'lti.refused');
  deps.counts.launch(code);
  sendRefusalPage(request, response, {
    code,
    status: getRefusalStatus(code),
    errorId,
    locale,
    returnUrl,
    waiting: 'waiting' in refusal ? refusal.waiting : undefined,
    platformError: code.startsWith('lti.platform-') && detail !== '' ? detail : undefined,
  });
}
