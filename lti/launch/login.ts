import { LoginRequest, buildAuthorizationUrl } from './authorization.ts';
import { createBrowserBinding, describePlatformStorage } from './browser-binding.ts';
import type { PlatformStorage } from './browser-binding.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import { hash } from './hash.ts';
import { isOwnTarget } from '../net/own-address.ts';

/** Includes the time for a sign-in at the platform. */
export const loginLifeMs = 10 * 60_000;

export interface GateRegistration {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly keySetUrl: string;
  readonly active: boolean;
}

/** State of a login; usable once. */
export interface LoginState {
  /** SHA-256, base64url. */
  readonly stateHash: string;
  readonly nonce: string;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly targetLinkUri: string;
  /** SHA-256 of the secret that the browser has. */
  readonly browserHash: string;
  /** The LMS frame that stores values for tools. */
  readonly storageTarget: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface LoginDeps {
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomToken: () => string;
  readonly logins: { insert(row: LoginState): Promise<void> };
  readonly registrations: {
    listByIssuer(issuer: string, clientId?: string): Promise<readonly GateRegistration[]>;
    listByPlatformRef(platformRef: string): Promise<readonly GateRegistration[]>;
  };
}

export interface LoginAnswer {
  readonly ok: true;
  readonly authorizationUrl: string;
  readonly setCookie: string;
  /** Also set in a window of its own; null with https. */
  readonly insecureCookie: string | null;
  /** Also set in a frame. */
  readonly markerCookie: string;
  readonly organisationId: string;
  readonly platformId: string;
  /** For a frame without cookies; only this browser may get it. */
  readonly binding: {
    readonly cookieKey: string;
    readonly secret: string;
    readonly markerName: string;
    readonly storage: PlatformStorage;
  };
  /** For restarting the login in a new window. */
  readonly request: Readonly<Record<string, string>>;
}

/** Security 1.0 §5.1.1. */
export async function startLogin(
  deps: LoginDeps,
  /** Unparsed query or form. */
  params: unknown,
  /** From /lti/login/:platformRef, for platforms that send no client_id. */
  platformRef: string | null,
): Promise<LoginAnswer | Refusal> {
  const parsed = LoginRequest.safeParse(params);
  if (!parsed.success) {
    return refuse('lti.login-incomplete', {
      detail: parsed.error.issues[0]?.path.map(String).join('.') ?? '',
    });
  }
  const request = parsed.data;
  const registration = await findRegistration(deps, request, platformRef);
  if ('code' in registration) return registration;
  if (!registration.active) return refuse('lti.platform-inactive');
  if (!isOwnTarget(deps.publicUrl, request.target_link_uri)) return refuse('lti.target-foreign');
  return insertLogin(deps, request, registration);
}

async function insertLogin(
  deps: LoginDeps,
  request: LoginRequest,
  registration: GateRegistration,
): Promise<LoginAnswer> {
  const [state, nonce, secret] = [deps.randomToken(), deps.randomToken(), deps.randomToken()];
  const { organisationId, platformId, authorizationUrl } = registration;
  const { publicUrl } = deps;
  const { browserHash, cookieKey, setCookie, insecureCookie, marker } = createBrowserBinding(
    { state, secret },
    loginLifeMs,
    publicUrl,
  );
  const storageTarget = request.lti_storage_target ?? null;
  const createdAt = deps.clock();
  await deps.logins.insert({
    stateHash: hash(state),
    nonce,
    organisationId,
    registrationId: registration.id,
    targetLinkUri: request.target_link_uri,
    browserHash,
    storageTarget,
    createdAt,
    expiresAt: createdAt + loginLifeMs,
  });
  return {
    ok: true,
    authorizationUrl: buildAuthorizationUrl(publicUrl, registration, request, { state, nonce }),
    setCookie,
    insecureCookie,
    markerCookie: marker.setCookie,
    organisationId,
    platformId,
    binding: {
      cookieKey,
      secret,
      markerName: marker.name,
      storage: describePlatformStorage(authorizationUrl, storageTarget, state),
    },
    request: listGiven(request),
  };
}

function listGiven(request: LoginRequest): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(request)) if (value !== undefined) given[name] = value;
  return given;
}

async function findRegistration(
  deps: LoginDeps,
  request: LoginRequest,
  platformRef: string | null,
): Promise<GateRegistration | Refusal> {
  const { iss, client_id: clientId } = request;
  const known =
    platformRef === null
      ? await deps.registrations.listByIssuer(iss, clientId)
      : await deps.registrations.listByPlatformRef(platformRef);
  const matching = known.filter(
    (registration) =>
      registration.issuer === iss && (clientId === undefined || registration.clientId === clientId),
  );
  // Registrations that wait for approval must not hide active ones.
  const active = matching.filter((registration) => registration.active);
  const [first, second] = active.length > 0 ? active : matching;
  if (first === undefined) return refuse('lti.platform-unknown');
  return second === undefined ? first : refuse('lti.platform-ambiguous');
}
