/** GET and POST /lti/register/:invitation. Only the button uses the invitation. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { refuseRegistration } from '../../../lti/registration/registration-codes.ts';
import type { RegistrationCode, RegistrationRefusal } from '../../../lti/registration/registration-codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import { findInvitation, registerByInvitation } from '../../organisations/register.ts';
import type { RegisterDeps } from '../../organisations/register.ts';
import { kilobyte, readForm } from '../bodies.ts';
import { limitRequests } from '../limits.ts';
import { preferredLanguage } from '../pages/page-shell.ts';
import { sendAskPage, sendDonePage, sendNotRegisteredPage, sendPastePage } from './register-page.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

export interface RegisterRouterDeps extends RegisterDeps {
  /** Limit per minute and address, because each request may make us call a host. */
  readonly requestsPerMinute?: number;
}

const Secret = z.string().regex(/^[\w-]{43}$/);
const Query = z.object({
  openid_configuration: z.string().min(1).max(2048).optional(),
  registration_token: z.string().min(1).max(16_000).optional(),
  language: z.enum(['fr', 'en']).optional().catch(undefined),
});

const statusOf: Partial<Record<RegistrationCode, number>> = {
  'registration.invitation-unknown': 404,
  'registration.invitation-expired': 403,
  'registration.invitation-used': 403,
  'registration.host-unexpected': 403,
};

/** Dynamic Registration 1.0 §3.7; the message holds nothing secret. */
const closeScript = `document.querySelector('#close').addEventListener('click', () => {
  (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});
`;

export function createRegisterRouter(deps: WithoutLog<RegisterRouterDeps>): Router {
  const router = Router();
  const limit = limitRequests({ limit: deps.requestsPerMinute ?? 60, countsRefused: true });
  const form = readForm(64 * kilobyte);
  router.get('/close.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'no-cache').send(closeScript);
  });
  router.get('/:invitation', limit, (request, response) =>
    showPage(withLogOf(request, deps), request, response),
  );
  router.post('/:invitation', limit, form, (request, response) =>
    register(withLogOf(request, deps), request, response),
  );
  return router;
}

async function showPage(deps: RegisterRouterDeps, request: Request, response: Response): Promise<void> {
  const visit = readVisit(request, request.query);
  if (!visit.ok) {
    refuse(deps, response, visit.language, visit);
    return;
  }
  const { secret, language, query } = visit;
  const { openid_configuration: configurationUrl } = query;
  const found = await findInvitation(deps, secret, configurationUrl ?? null);
  if (!found.ok) refuse(deps, response, language, found);
  else if (configurationUrl === undefined) sendPastePage(response, language);
  else if (!URL.canParse(configurationUrl)) {
    refuse(deps, response, language, refuseRegistration('registration.request-incomplete', 'address'));
  } else {
    const { platformName, withNames } = found.invitation;
    sendAskPage(response, language, {
      platformName,
      withNames,
      host: new URL(configurationUrl).host,
      query: { openid_configuration: configurationUrl, registration_token: query.registration_token },
    });
  }
}

async function register(deps: RegisterRouterDeps, request: Request, response: Response): Promise<void> {
  const visit = readVisit(request, request.body);
  if (!visit.ok) {
    refuse(deps, response, visit.language, visit);
    return;
  }
  const { secret, language, query } = visit;
  const { openid_configuration: configurationUrl, registration_token: token = null } = query;
  if (configurationUrl === undefined) {
    refuse(deps, response, language, refuseRegistration('registration.request-incomplete', 'missing'));
    return;
  }
  const outcome = await registerByInvitation(deps, { secret, configurationUrl, token });
  if (outcome.ok) {
    deps.log.info({ registrationId: outcome.registrationId }, 'lti.registered');
    sendDonePage(response, language, `${request.baseUrl}/close.js`);
  } else refuse(deps, response, language, outcome);
}

type Visit =
  | {
      readonly ok: true;
      readonly secret: string;
      readonly language: Language;
      readonly query: z.infer<typeof Query>;
    }
  | (RegistrationRefusal & { readonly language: Language });

function readVisit(request: Request, fields: unknown): Visit {
  const language = preferredLanguage(request);
  const secret = Secret.safeParse(request.params.invitation);
  if (!secret.success) return { ...refuseRegistration('registration.invitation-unknown'), language };
  const query = Query.safeParse(fields ?? {});
  if (!query.success) return { ...refuseRegistration('registration.request-incomplete'), language };
  return { ok: true, secret: secret.data, query: query.data, language: query.data.language ?? language };
}

function refuse(
  deps: RegisterRouterDeps,
  response: Response,
  language: Language,
  { code, detail }: RegistrationRefusal,
): void {
  const errorId = deps.randomId();
  deps.log.warn({ errorId, code, detail }, 'lti.registration-refused');
  sendNotRegisteredPage(response, language, { code, status: statusOf[code] ?? 400, errorId });
}
