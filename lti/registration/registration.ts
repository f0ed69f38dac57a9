import { z } from 'zod';
import { parseOutgoingUrl } from '../net/address-guard.ts';
import type { FetchFault, GuardedFetch } from '../net/guarded-fetch.ts';
import { findLaunchIssuer, isOrdinaryPort, isOwnEndpoint, isOwnIssuer } from '../net/platform-hosts.ts';
import type { HostRules } from '../net/platform-hosts.ts';
import { refuseRegistration } from './registration-codes.ts';
import type { RegistrationCode, RegistrationRefusal } from './registration-codes.ts';
import { parseJson } from '../net/parse-json.ts';

/** All addresses are checked. */
export interface PlatformDescription {
  readonly ok: true;
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  readonly registrationUrl: string;
  /** Null if it is the token address. */
  readonly tokenAudience: string | null;
  readonly scopes: readonly string[] | null;
  readonly productFamily: string | null;
  /** As the LMS spells it, e.g. `4.5.5 (Build: 20250609)`. */
  readonly productVersion: string | null;
  /** Variables that it fills in custom parameters. */
  readonly variables: readonly string[];
  /** Types that it lists; empty if it lists none. */
  readonly messages: readonly string[];
}

export interface RegisteredClient {
  readonly ok: true;
  readonly clientId: string;
  /** Null if the LMS creates the deployment later. */
  readonly deploymentId: string | null;
}

export interface RegistrationDeps {
  readonly guardedFetch: GuardedFetch;
  readonly hosts: HostRules;
}

const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const address = z.string().min(1).max(2048);
const OpenidConfiguration = z.looseObject({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  authorization_server: address.optional(),
  scopes_supported: z.array(z.string().max(500)).max(200).optional(),
  [platformClaim]: z
    .looseObject({
      product_family_code: z.string().max(100).optional(),
      version: z.string().max(200).optional().catch(undefined),
      variables: z.array(z.string().max(200)).max(1000).catch([]).optional(),
      messages_supported: z
        .array(z.looseObject({ type: z.string().max(100) }))
        .max(100)
        .catch([])
        .optional(),
    })
    .optional(),
});

/** Checks that all addresses belong to one LMS. */
export async function describePlatform(
  { guardedFetch, hosts }: RegistrationDeps,
  configurationUrl: string,
): Promise<PlatformDescription | RegistrationRefusal> {
  const url = parseOutgoingUrl(configurationUrl, hosts.allowInsecureLoopback);
  if (url === undefined || !isOrdinaryPort(url, hosts)) {
    return refuseRegistration('registration.address-refused', 'configuration');
  }
  const answer = await guardedFetch(url.href, { client: null, headers: { accept: 'application/json' } });
  if (!answer.ok) return refuseRegistration(codeOf[answer.reason], 'configuration');
  if (answer.status !== 200) {
    return refuseRegistration('registration.unreachable', `configuration status ${answer.status}`);
  }
  const json = parseJson(answer.body);
  if (json === undefined) return refuseRegistration('registration.not-json', 'configuration');
  const parsed = OpenidConfiguration.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return refuseRegistration('registration.description-incomplete', place.slice(0, 100));
  }
  return findForeignPart(parsed.data, url, hosts) ?? toDescription(parsed.data);
}

function findForeignPart(
  configuration: z.infer<typeof OpenidConfiguration>,
  url: URL,
  hosts: HostRules,
): RegistrationRefusal | undefined {
  if (!isOwnIssuer(configuration.issuer, url, hosts)) {
    return refuseRegistration('registration.issuer-foreign');
  }
  const endpoints = [
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'registration_endpoint',
  ] as const;
  for (const name of endpoints) {
    const endpoint = parseOutgoingUrl(configuration[name], hosts.allowInsecureLoopback);
    if (endpoint === undefined) return refuseRegistration('registration.address-refused', name);
    if (!isOwnEndpoint(endpoint.href, url, hosts)) {
      return refuseRegistration('registration.endpoint-foreign', name);
    }
  }
  return undefined;
}

function toDescription(configuration: z.infer<typeof OpenidConfiguration>): PlatformDescription {
  return {
    ok: true,
    issuer: findLaunchIssuer(configuration.issuer),
    authorizationUrl: configuration.authorization_endpoint,
    tokenUrl: configuration.token_endpoint,
    keySetUrl: configuration.jwks_uri,
    registrationUrl: configuration.registration_endpoint,
    tokenAudience: configuration.authorization_server ?? null,
    scopes: configuration.scopes_supported ?? null,
    productFamily: configuration[platformClaim]?.product_family_code ?? null,
    productVersion: configuration[platformClaim]?.version ?? null,
    variables: configuration[platformClaim]?.variables ?? [],
    messages: (configuration[platformClaim]?.messages_supported ?? []).map(({ type }) => type),
  };
}

const RegistrationAnswer = z.looseObject({
  client_id: z.union([z.string().min(1).max(255), z.int().transform(String)]),
  // Scopes are ignored: Moodle lists some that it does not grant.
  [toolClaim]: z
    .looseObject({
      deployment_id: z.union([z.string().min(1).max(255), z.int().transform(String)]).optional(),
    })
    .optional(),
});

/** Accepts also 200, which Moodle returns instead of 201. */
export async function requestRegistration(
  { guardedFetch }: RegistrationDeps,
  { registrationUrl }: PlatformDescription,
  request: { readonly body: Readonly<Record<string, unknown>>; readonly token: string | null },
): Promise<RegisteredClient | RegistrationRefusal> {
  const answer = await guardedFetch(registrationUrl, {
    client: null,
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(request.token === null ? {} : { authorization: `Bearer ${request.token}` }),
    },
    body: JSON.stringify(request.body),
  });
  if (!answer.ok) return refuseRegistration(codeOf[answer.reason], 'registration');
  if (answer.status !== 200 && answer.status !== 201) {
    return refuseRegistration('registration.platform-refused', `status ${answer.status}`);
  }
  const parsed = RegistrationAnswer.safeParse(parseJson(answer.body));
  if (!parsed.success) return refuseRegistration('registration.answer-incomplete');
  const { client_id: clientId, [toolClaim]: tool } = parsed.data;
  return { ok: true, clientId, deploymentId: tool?.deployment_id ?? null };
}

const codeOf: Readonly<Record<FetchFault, RegistrationCode>> = {
  'address-refused': 'registration.address-refused',
  redirected: 'registration.redirected',
  'too-large': 'registration.too-large',
  'timed-out': 'registration.too-slow',
  unreachable: 'registration.unreachable',
};
