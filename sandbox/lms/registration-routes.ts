import { json, Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { listHistoryVariables } from './copies.ts';
import { CONTEXT_COPY_NOTICE, SCOPE } from './lti-names.ts';
import type { Platform } from './platform.ts';
import { addTool } from './registered-tools.ts';

const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const url = z.url({ protocol: /^https?$/ }).max(2048);
const registrationSchema = z.looseObject({
  client_name: z.string().min(1).max(200),
  initiate_login_uri: url,
  redirect_uris: z.array(url).min(1).max(20),
  jwks_uri: url,
  response_types: z.array(z.string()).refine((types) => types.includes('id_token')),
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  scope: z.string().max(2000).default(''),
  [TOOL_CONFIGURATION]: z.looseObject({
    domain: z.string().min(1).max(300),
    target_link_uri: url.optional(),
    description: z.string().max(2000).optional(),
    claims: z.array(z.string().max(200)).max(50).default([]),
    custom_parameters: z.record(z.string().max(100), z.string().max(1000)).default({}),
    messages: z
      .array(z.looseObject({ type: z.string().max(100), target_link_uri: url.optional() }))
      .max(20)
      .default([]),
  }),
});
type Registration = z.infer<typeof registrationSchema>;

/** One origin for all: tools refuse an LMS with endpoints elsewhere. */
function describe({
  addresses: { publicUrl },
  profile,
  faults: { groups, copies },
}: Platform): Readonly<Record<string, unknown>> {
  const here = `${publicUrl}/mod/lti`;
  return {
    issuer: publicUrl,
    token_endpoint: `${here}/token.php`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: `${here}/certs.php`,
    authorization_endpoint: `${here}/auth.php`,
    registration_endpoint: `${here}/openid-registration.php`,
    scopes_supported: [
      ...Object.values(SCOPE).filter(
        (scope) =>
          (scope !== SCOPE.groups || groups.told === 'service') &&
          (scope !== SCOPE.noticeHandlers || copies.notices),
      ),
      'openid',
    ],
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    [PLATFORM_CONFIGURATION]: {
      product_family_code: profile.productFamilyCode,
      version: '5.0dev (Build: 20241007)',
      messages_supported: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      ],
      ...(copies.notices ? { notice_types_supported: [CONTEXT_COPY_NOTICE] } : {}),
      variables: [
        ...['Context.id', 'ResourceLink.id', 'User.id', 'Person.name.full'],
        'Moodle.Person.userGroupIds',
        ...listHistoryVariables(copies),
      ],
    },
  };
}

/** As Moodle: all requested scopes, but only the deep linking message. */
function answerOf(
  registration: Registration,
  clientId: string,
  deploymentId: string,
): Record<string, unknown> {
  const tool = registration[TOOL_CONFIGURATION];
  return {
    client_id: clientId,
    response_types: ['id_token'],
    jwks_uri: registration.jwks_uri,
    initiate_login_uri: registration.initiate_login_uri,
    grant_types: ['client_credentials', 'implicit'],
    redirect_uris: registration.redirect_uris,
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    client_name: registration.client_name,
    scope: registration.scope,
    [TOOL_CONFIGURATION]: {
      version: '1.3.0',
      deployment_id: deploymentId,
      target_link_uri: tool.target_link_uri ?? `https://${tool.domain}`,
      domain: tool.domain,
      messages: tool.messages.filter(({ type }) => type === 'LtiDeepLinkingRequest'),
      claims: tool.claims,
    },
  };
}

function refuse(response: Response, status: number, reason: string): void {
  response.status(status).type('text/plain').send(reason);
}

async function register(platform: Platform, request: Request, response: Response): Promise<void> {
  const [, pass = ''] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const clientId = await platform.passes.take(pass);
  if (clientId === undefined) {
    refuse(response, 401, 'invalid_token');
    return;
  }
  const parsed = registrationSchema.safeParse(request.body);
  if (!parsed.success) {
    refuse(response, 400, `missing_or_invalid: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    return;
  }
  const registration = parsed.data;
  const tool = registration[TOOL_CONFIGURATION];
  const target = tool.target_link_uri ?? `https://${tool.domain}`;
  if (new URL(target).host !== tool.domain) {
    refuse(response, 400, 'domain_targetlinkuri_mismatch');
    return;
  }
  const deepLinking = tool.messages.find(({ type }) => type === 'LtiDeepLinkingRequest')?.target_link_uri;
  const { deploymentId } = addTool(platform, {
    clientId,
    name: registration.client_name,
    loginUrl: registration.initiate_login_uri,
    redirectUris: registration.redirect_uris,
    targetLinkUri: target,
    deepLinkingUri: deepLinking ?? target,
    keySetUrl: registration.jwks_uri,
    shareNames: tool.claims.includes('name'),
    custom: tool.custom_parameters,
    description: tool.description ?? '',
  });
  response.status(200).json(answerOf(registration, clientId, deploymentId));
}

export function createRegistrationRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/openid-configuration.php', (_request, response) => {
    response.json(describe(platform));
  });
  router.post('/openid-registration.php', json({ limit: '100kb' }), (request, response) =>
    register(platform, request, response),
  );
  return router;
}
