/**
 * The gate that every login and launch passes: state, nonce and browser are bound together in one single-use row,
 * the message is verified, and the protocol engine must agree. It knows neither Express nor sentences nor SQL.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { claim } from './claims.ts';
import type { LtiMessage } from './claims.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import { LoginRequest, buildAuthorizationUrl } from './authorization.ts';
import { buildLoginCookie, readLoginCookie } from './login-cookie.ts';
import type { KeySets } from './key-sets.ts';
import { createLtiLaunch } from './launch.ts';
import type { LtiLaunch } from './launch.ts';
import { isOwnTarget } from './own-address.ts';
import type { LtiProvider } from './provider.ts';
import { verifyMessage } from './verify.ts';

const loginLifeMs = 10 * 60_000;

/** One (issuer, client id) of a platform, as the server keeps it. */
interface GateRegistration {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly keySetUrl: string;
  readonly active: boolean;
}

/** One login on its way. */
interface LoginRow {
  readonly stateHash: string;
  readonly nonce: string;
  readonly organisationId: string;
  readonly registrationId: string;
  readonly targetLinkUri: string;
  readonly browserHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface GateDeps {
  readonly publicUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
  readonly logins: {
    insert(row: LoginRow): Promise<void>;
    /** Takes the row: of any number of callers at most one gets it, and only before it expires. */
    consume(stateHash: string, now: number): Promise<LoginRow | undefined>;
  };
  readonly registrations: {
    find(organisationId: string, registrationId: string): Promise<GateRegistration | undefined>;
    listByIssuer(issuer: string, clientId?: string): Promise<readonly GateRegistration[]>;
    listByPlatformRef(platformRef: string): Promise<readonly GateRegistration[]>;
  };
  readonly keySets: KeySets;
  readonly engine: Pick<LtiProvider, 'agree'>;
}

export interface LoginAnswer {
  readonly ok: true;
  /** Where the browser goes next. */
  readonly authorizationUrl: string;
  /** Value of a Set-Cookie header. */
  readonly setCookie: string;
}

export interface LaunchAnswer {
  readonly ok: true;
  readonly launch: LtiLaunch;
  /** Value of a Set-Cookie header that takes the login's cookie away. */
  readonly clearCookie: string;
}

const PlatformError = z.object({
  error: z.string().min(1),
  state: z.string().max(200).optional().catch(undefined),
});
const LaunchRequest = z.object({
  state: z.string().min(20).max(200),
  id_token: z.string().min(20).max(200_000),
});

/** Third-party-initiated login: makes the row and answers the authorization request (Security 1.0 §5.1.1). */
export async function startLogin(
  deps: GateDeps,
  /** Query or form of the request, as it came. */
  params: unknown,
  /** The last part of /lti/login/:platformRef, for platforms that send no client_id. */
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
  const [state, nonce, secret] = [deps.randomToken(), deps.randomToken(), deps.randomToken()];
  const createdAt = deps.clock();
  await deps.logins.insert({
    stateHash: hash(state),
    nonce,
    organisationId: registration.organisationId,
    registrationId: registration.id,
    targetLinkUri: request.target_link_uri,
    browserHash: hash(secret),
    createdAt,
    expiresAt: createdAt + loginLifeMs,
  });
  return {
    ok: true,
    authorizationUrl: buildAuthorizationUrl(deps.publicUrl, registration, request, { state, nonce }),
    setCookie: buildLoginCookie(state, secret, loginLifeMs / 1000),
  };
}

/** The platform's answer to the authorization request: an accepted launch or a refusal. */
export async function acceptPost(
  deps: GateDeps,
  /** The posted form, as it came. */
  body: unknown,
  /** The request's Cookie header. */
  cookieHeader: string | undefined,
): Promise<LaunchAnswer | Refusal> {
  const now = deps.clock();
  const platformError = PlatformError.safeParse(body);
  if (platformError.success) {
    const { state, error } = platformError.data;
    if (state !== undefined) await deps.logins.consume(hash(state), now);
    return refuse('lti.platform-error', { detail: nameOAuthError(error) });
  }
  const parsed = LaunchRequest.safeParse(body);
  if (!parsed.success) return refuse('lti.launch-incomplete');
  const { state, id_token: idToken } = parsed.data;
  // From here on the state is spent, whatever comes: a second post of it finds nothing.
  const row = await deps.logins.consume(hash(state), now);
  if (row === undefined) return refuse('lti.state-unknown');
  const unbound = checkBrowser(row, state, cookieHeader);
  if (unbound !== undefined) return unbound;
  const registration = await deps.registrations.find(row.organisationId, row.registrationId);
  if (registration?.active !== true) return refuse('lti.platform-inactive');
  const judged = await judge(deps, registration, { row, state, idToken, now });
  return judged.ok
    ? { ok: true, launch: judged.launch, clearCookie: buildLoginCookie(state, '', 0) }
    : judged;
}

/**
 * Whether the browser that posts is the one that logged in. This is the one place where a launch learns that its
 * cookie did not come back; further ways to bind (platform storage, storage access) belong here.
 */
function checkBrowser(row: LoginRow, state: string, cookieHeader: string | undefined): Refusal | undefined {
  const secret = readLoginCookie(cookieHeader, state);
  if (secret === undefined) return refuse('lti.cookie-missing');
  const same = timingSafeEqual(Buffer.from(hash(secret)), Buffer.from(row.browserHash));
  return same ? undefined : refuse('lti.browser-mismatch');
}

async function judge(
  deps: GateDeps,
  registration: GateRegistration,
  { row, state, idToken, now }: { row: LoginRow; state: string; idToken: string; now: number },
): Promise<{ readonly ok: true; readonly launch: LtiLaunch } | Refusal> {
  const { publicUrl, keySets } = deps;
  const verified = await verifyMessage(keySets, { idToken, registration, publicUrl, now });
  if (!verified.ok) return verified;
  const { message } = verified;
  const locale = message.claims[claim.presentation]?.locale ?? null;
  if (verified.nonce !== row.nonce) return refuse('lti.nonce-mismatch', { locale });
  if (isForEngine(message)) {
    const { issuer } = registration;
    const second = await deps.engine.agree({ idToken, state, issuer, jwk: verified.jwk });
    if (!second.agreed) return refuse('lti.engine-disagrees', { locale, detail: second.reason });
  }
  return { ok: true, launch: createLtiLaunch(message, registration) };
}

/**
 * Whether ltijs knows such a message. It refuses every submission review, and deep linking without the claims that
 * Deep Linking 2.0 §4.4 leaves optional; verify.ts alone judges those.
 */
function isForEngine(message: LtiMessage): boolean {
  if (message.type === 'LtiResourceLinkRequest') return true;
  const { claims } = message;
  return (
    message.type === 'LtiDeepLinkingRequest' &&
    claims.sub !== undefined &&
    claims[claim.roles] !== undefined &&
    claims[claim.targetLinkUri] !== undefined
  );
}

async function findRegistration(
  deps: GateDeps,
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
  const [first, second] = matching;
  if (first === undefined) return refuse('lti.platform-unknown');
  return second === undefined ? first : refuse('lti.platform-ambiguous');
}

/** The error codes of OAuth 2.0 and OpenID Connect; a platform's other words are not repeated. */
function nameOAuthError(error: string): string {
  return /^[a-z_]{3,40}$/.test(error) ? error : 'other';
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
