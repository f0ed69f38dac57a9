/**
 * Replaces ltijs’s own: it has no time-out, follows redirects, uses tokens until their last second and
 * draws ids from Math.random. Tokens are sealed in ltijs’s collection.
 */
import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Caller, GuardedFetch } from '../net/guarded-fetch.ts';
import { getTokenAudience } from '../platform-quirks.ts';
import { parseJson } from '../net/parse-json.ts';

/** The call itself takes time. */
const marginMs = 60_000;
/** Moodle refuses an assertion dated one second ahead of its clock. */
const backdateS = 5;
const assertionLifeS = 240;

export interface ClientRef {
  readonly issuer: string;
  readonly clientId: string;
}

export interface SigningIdentity {
  readonly kid: string;
  readonly privateKey: string;
  readonly tokenUrl: string;
  readonly audience: string;
}

interface StoredToken {
  readonly token: string;
  readonly expiresAt: number;
}

export interface TokenStore {
  find(client: ClientRef, scopes: string): Promise<StoredToken | undefined>;
  put(client: ClientRef, scopes: string, token: StoredToken): Promise<void>;
  remove(client: ClientRef, scopes: string): Promise<void>;
}

export type TokenOutcome =
  | { readonly ok: true; readonly token: string }
  | {
      readonly ok: false;
      /** `refused` is final; retries may help with the others. */
      readonly reason: 'unregistered' | 'refused' | 'unreachable' | 'unreadable';
    };

export interface AccessTokens {
  /** Concurrent callers share one request. */
  get(client: Caller, scopes: readonly string[]): Promise<TokenOutcome>;
  forget(client: ClientRef, scopes: readonly string[]): Promise<void>;
}

// Moodle sends JSON as text/html; Blackboard and Open edX vary the case of token_type.
export const TokenAnswer = z.looseObject({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().min(1).max(86_400).catch(3600),
});

interface AccessTokenDeps {
  readonly findIdentity: (client: ClientRef) => Promise<SigningIdentity | undefined>;
  readonly tokens: TokenStore;
  readonly guardedFetch: GuardedFetch;
  readonly clock: () => number;
  readonly randomToken: () => string;
}

export function createAccessTokens(deps: AccessTokenDeps): AccessTokens {
  const running = new Map<string, Promise<TokenOutcome>>();

  const getToken = async (client: Caller, scopes: string): Promise<TokenOutcome> => {
    // First, because a token may be stored after the platform was removed.
    const identity = await deps.findIdentity(client);
    if (identity === undefined) return { ok: false, reason: 'unregistered' };
    const stored = await deps.tokens.find(client, scopes);
    if (stored !== undefined && deps.clock() < stored.expiresAt - marginMs)
      return { ok: true, token: stored.token };
    const fetched = await requestToken(deps, client, identity, scopes);
    if ('reason' in fetched) return { ok: false, reason: fetched.reason };
    await deps.tokens.put(client, scopes, fetched);
    return { ok: true, token: fetched.token };
  };

  return {
    get(client, scopes) {
      const wanted = joinScopes(scopes);
      const flight = JSON.stringify([client.issuer, client.clientId, wanted]);
      const present = running.get(flight);
      if (present !== undefined) return present;
      const started = getToken(client, wanted).finally(() => running.delete(flight));
      running.set(flight, started);
      return started;
    },
    forget: (client, scopes) => deps.tokens.remove(client, joinScopes(scopes)),
  };
}

function joinScopes(scopes: readonly string[]): string {
  return [...scopes].sort().join(' ');
}

async function requestToken(
  deps: AccessTokenDeps,
  client: Caller,
  identity: SigningIdentity,
  scopes: string,
): Promise<StoredToken | { readonly reason: 'refused' | 'unreachable' | 'unreadable' }> {
  const sentAt = deps.clock();
  const answer = await askForToken(deps, client, identity, scopes);
  if (!answer.ok) return { reason: 'unreachable' };
  if (answer.status >= 500 || answer.status === 429) return { reason: 'unreachable' };
  if (answer.status >= 400) return { reason: 'refused' };
  const parsed = TokenAnswer.safeParse(parseJson(answer.body));
  if (!parsed.success) return { reason: 'unreadable' };
  return { token: parsed.data.access_token, expiresAt: sentAt + parsed.data.expires_in * 1000 };
}

export type TokenRequestDeps = Pick<AccessTokenDeps, 'guardedFetch' | 'clock' | 'randomToken'>;

export async function askForToken(
  deps: TokenRequestDeps,
  client: Caller,
  identity: SigningIdentity,
  scopes: string,
): ReturnType<GuardedFetch> {
  return deps.guardedFetch(identity.tokenUrl, {
    client,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(deps, client, identity),
      scope: scopes,
    }).toString(),
  });
}

async function signAssertion(
  deps: TokenRequestDeps,
  client: ClientRef,
  identity: SigningIdentity,
): Promise<string> {
  const nowS = Math.floor(deps.clock() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: identity.kid })
    .setIssuer(client.clientId)
    .setSubject(client.clientId)
    .setAudience(getTokenAudience(identity.tokenUrl) ?? identity.audience)
    .setJti(deps.randomToken())
    .setIssuedAt(nowS - backdateS)
    .setExpirationTime(nowS + assertionLifeS)
    .sign(createPrivateKey(identity.privateKey));
}
