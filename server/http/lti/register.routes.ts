/** GET and POST /lti/register/:invitation. Only the button uses the invitation. */
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { refuseRegistration } from '../../../lti/registration/registration-codes.ts';
import type { RegistrationCode, RegistrationRefusal } from '../../../lti/registration/registration-codes.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import { findInvitation, registerByInvitation } from '../../organisations/register.ts';
import type { InvitationRefusal, RegisterDeps } from '../../organisations/register.ts';
import { hasSelfApproval } from '../../organisations/self-approval.ts';
import { kilobyte, readForm } from '../bodies.ts';
import { limitRequests } from '../limits.ts';
import { preferredLanguage } from '../pages/page-shell.ts';
import { sendAskPage, sendDonePage, sendNotRegisteredPage, sendPastePage } from './register-page.ts';
import { registrationTexts } from './registration-words.ts';
import { type WithoutLog, withLogOf } from '../request-log.ts';

export interface RegisterRouterDeps extends RegisterDeps {
  /** Per minute and address: each request may make us call a host. */
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
  if (!found.ok) refuse(deps, response, language, found, configurationUrl);
  else if (configurationUrl === undefined) sendPastePage(response, language);
  else if (!URL.canParse(configurationUrl)) {
    refuse(deps, response, language, refuseRegistration('registration.request-incomplete', 'address'));
  } else {
    const { id, platformName, withNames } = found.invitation;
    sendAskPage(response, language, {
      platformName,
      withNames,
      isApproved: await hasSelfApproval(deps, id),
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
  const { toolDescription: description } = registrationTexts[language];
  const outcome = await registerByInvitation(deps, { secret, configurationUrl, token, description });
  if (outcome.ok) {
    const { registration, isApproved, connection } = outcome;
    const details = { registrationId: registration.id, isApproved, connection: connection.state };
    deps.log.info(details, 'lti.registered');
    const scriptUrl = `${request.baseUrl}/close.js`;
    sendDonePage(response, language, { registered: outcome, publicUrl: deps.publicUrl, scriptUrl });
  } else refuse(deps, response, language, outcome, configurationUrl);
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
  { code, detail, invitation }: InvitationRefusal,
  configurationUrl?: string,
): void {
  const errorId = deps.randomId();
  const expected = invitation?.expectedHost ?? null;
  deps.log.warn(
    { errorId, code, detail, ...(expected === null ? {} : { expected }) },
    'lti.registration-refused',
  );
  const came = URL.canParse(configurationUrl ?? '') ? new URL(configurationUrl ?? '').host : '';
  const hosts = expected === null ? null : { expected, came };
  sendNotRegisteredPage(response, language, { code, status: statusOf[code] ?? 400, errorId, hosts });
}
