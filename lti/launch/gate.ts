/** Judges every launch: consumes the login row, verifies the message, checks the browser, asks ltijs. */
import { z } from 'zod';
import { describePlatformStorage, findBrowserProof, judgeCookies } from './browser-binding.ts';
import type { BrowserProof, PlatformStorage } from './browser-binding.ts';
import { claim } from './claims.ts';
import type { LtiMessage } from './claims.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import type { NotePrivateHost } from '../net/guarded-fetch.ts';
import { hash } from './hash.ts';
import { holdLaunch, releaseLaunch } from './held-launch.ts';
import type { ContinueOrigin, HoldDeps, LaunchPost } from './held-launch.ts';
import type { KeySets, PlatformJwk } from '../net/key-sets.ts';
import { createLtiLaunch } from './launch.ts';
import type { LtiLaunch } from './launch.ts';
import { buildLoginCookie, getLoginKey } from './login-cookie.ts';
import type { GateRegistration, LoginDeps, LoginState } from './login.ts';
import type { LtiProvider } from '../engine/provider.ts';
import { verifyMessage } from './verify.ts';

export interface GateDeps extends LoginDeps, HoldDeps {
  readonly logins: LoginDeps['logins'] &
    HoldDeps['logins'] & {
      /** Returns the row to at most one caller, before it expires. */
      consume(stateHash: string, now: number): Promise<LoginState | undefined>;
    };
  readonly registrations: LoginDeps['registrations'] & {
    find(organisationId: string, registrationId: string): Promise<GateRegistration | undefined>;
  };
  readonly keySets: KeySets;
  readonly engine: Pick<LtiProvider, 'agree'>;
  /** Called if a key set is on a private host. */
  readonly notePrivateHost?: NotePrivateHost;
}

export interface LaunchAnswer {
  readonly ok: true;
  readonly launch: LtiLaunch;
  /** Null if the browser may not be able to show it again. */
  readonly browser: BrowserProof | null;
  readonly clearCookie: string;
}

/** A valid launch without its cookie: refused unless the browser proves itself in time. */
export interface HeldAnswer extends Refusal {
  readonly code: 'lti.cookie-missing';
  readonly held: {
    readonly id: string;
    readonly cookieKey: string;
    readonly storage: PlatformStorage;
    readonly organisationId: string;
    readonly platformId: string;
  };
}

const PlatformError = z.object({
  error: z.string().min(1),
  state: z.string().max(200).optional().catch(undefined),
});
const LaunchRequest = z.object({
  state: z.string().min(20).max(200),
  id_token: z.string().min(20).max(200_000),
});

export async function acceptPost(
  deps: GateDeps,
  body: unknown,
  cookieHeader: string | undefined,
): Promise<LaunchAnswer | HeldAnswer | Refusal> {
  const now = deps.clock();
  const platformError = PlatformError.safeParse(body);
  if (platformError.success) {
    const { state, error } = platformError.data;
    if (state !== undefined) await deps.logins.consume(hash(state), now);
    return refusePlatformError(error);
  }
  const parsed = LaunchRequest.safeParse(body);
  if (!parsed.success) return refuse('lti.launch-incomplete');
  const post = { state: parsed.data.state, idToken: parsed.data.id_token };
  // A second post of the same launch finds no row.
  const login = await deps.logins.consume(hash(post.state), now);
  if (login === undefined) return refuse('lti.state-unknown');
  const browser = judgeCookies({ ...login, state: post.state }, cookieHeader, deps.publicUrl);
  if (browser === 'other') return refuse('lti.browser-mismatch');
  const verified = await verifyPost(deps, login, post);
  if (!verified.ok) return verified;
  if (browser !== 'same') return hold(deps, verified, login, post);
  return admit(deps, verified, post, findBrowserProof(post.state, cookieHeader));
}

export async function continueLaunch(
  deps: GateDeps,
  body: unknown,
  from: ContinueOrigin,
): Promise<LaunchAnswer | Refusal> {
  const released = await releaseLaunch(deps, body, from);
  if (!released.ok) return released;
  const { login, post } = released;
  const verified = await verifyPost(deps, login, post);
  return verified.ok ? admit(deps, verified, post, null) : verified;
}

interface VerifiedPost {
  readonly ok: true;
  readonly registration: GateRegistration;
  readonly message: LtiMessage;
  readonly jwk: PlatformJwk;
  readonly locale: string | null;
}

/** Without side effects, so it can run twice. */
async function verifyPost(
  deps: GateDeps,
  login: LoginState,
  { idToken }: LaunchPost,
): Promise<VerifiedPost | Refusal> {
  const registration = await deps.registrations.find(login.organisationId, login.registrationId);
  if (registration?.active !== true) return refuse('lti.platform-inactive');
  const { publicUrl, keySets, clock, notePrivateHost } = deps;
  const request = { idToken, registration, publicUrl, now: clock(), notePrivateHost };
  const verified = await verifyMessage(keySets, request);
  if (!verified.ok) return verified;
  const { message, jwk, nonce } = verified;
  const locale = message.claims[claim.presentation]?.locale ?? null;
  if (nonce !== login.nonce) return refuse('lti.nonce-mismatch', { locale });
  return { ok: true, registration, message, jwk, locale };
}

async function admit(
  deps: GateDeps,
  { registration, message, jwk, locale }: VerifiedPost,
  { state, idToken }: LaunchPost,
  browser: BrowserProof | null,
): Promise<LaunchAnswer | Refusal> {
  if (isForEngine(message)) {
    const { issuer } = registration;
    const second = await deps.engine.agree({ idToken, state, issuer, jwk });
    if (!second.agreed) return refuse('lti.engine-disagrees', { locale, detail: second.reason });
  }
  return {
    ok: true,
    launch: createLtiLaunch(message, registration),
    browser,
    clearCookie: buildLoginCookie(getLoginKey(state), '', 0, browser === null ? 'granted' : 'partitioned'),
  };
}

/** Holds only posts with a valid signature, so that strangers can't fill the database. */
async function hold(
  deps: GateDeps,
  { registration, locale }: VerifiedPost,
  login: LoginState,
  post: LaunchPost,
): Promise<HeldAnswer> {
  const { organisationId, platformId, authorizationUrl } = registration;
  return {
    ...refuse('lti.cookie-missing', { locale }),
    code: 'lti.cookie-missing',
    held: {
      id: await holdLaunch(deps, login, post),
      cookieKey: getLoginKey(post.state),
      storage: describePlatformStorage(authorizationUrl, login.storageTarget, post.state),
      organisationId,
      platformId,
    },
  };
}

/**
 * ltijs refuses submission reviews, and deep linking without claims that Deep Linking 2.0 §4.4 makes
 * optional.
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

/** The person is not signed in, or the platform must ask them first (OpenID Connect Core §3.1.2.6). */
const signedOut = [
  'login_required',
  'interaction_required',
  'account_selection_required',
  'consent_required',
];

/** Passes on known codes only. */
function refusePlatformError(error: string): Refusal {
  const detail = /^[a-z_]{3,40}$/.test(error) ? error : 'other';
  return refuse(signedOut.includes(error) ? 'lti.platform-signed-out' : 'lti.platform-error', { detail });
}
