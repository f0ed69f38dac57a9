/**
 * A launch whose cookie did not come back waits here, sealed, for the browser's secret to come by another way. The
 * page that waits gets an id; the token itself stays with the server.
 */
import { z } from 'zod';
import { judgeCookies } from './browser-binding.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import { hash, isHashOf } from './hash.ts';
import type { LoginRow } from './login.ts';

/** A browser needs a second or two; a person who is asked for permission, a little more. */
const heldLifeMs = 60_000;

/** The platform's answer, as it was posted. */
export interface LaunchPost {
  readonly state: string;
  readonly idToken: string;
}

interface HeldRow {
  readonly idHash: string;
  readonly organisationId: string;
  readonly login: LoginRow;
  readonly sealedPost: string;
  readonly expiresAt: number;
}

export interface HoldDeps {
  readonly publicUrl: string;
  readonly clock: () => number;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
  readonly logins: {
    hold(row: HeldRow): Promise<void>;
    /** Takes the row: of any number of callers at most one gets it, and only before it expires. */
    release(idHash: string, now: number): Promise<HeldRow | undefined>;
  };
  /** Keeps posts unreadable in the database; `context` is the place that a sealed post belongs to. */
  readonly heldPosts: {
    seal(plaintext: string, context: string): string;
    unseal(sealed: string, context: string): string;
  };
}

/** Where the request to go on comes from. */
export interface ContinueOrigin {
  /** The Origin header. */
  readonly origin: string | undefined;
  /** The Cookie header. */
  readonly cookies: string | undefined;
}

const ContinueRequest = z.object({
  id: z.string().min(20).max(100),
  secret: z.string().min(20).max(100).optional(),
});
const StoredPost = z.object({ state: z.string(), idToken: z.string() });

/** Keeps a launch; answers the id that releases it once. */
export async function holdLaunch(deps: HoldDeps, login: LoginRow, post: LaunchPost): Promise<string> {
  const id = deps.randomToken();
  const idHash = hash(id);
  await deps.logins.hold({
    idHash,
    organisationId: login.organisationId,
    login,
    sealedPost: deps.heldPosts.seal(JSON.stringify(post), idHash),
    expiresAt: deps.clock() + heldLifeMs,
  });
  return id;
}

/**
 * Gives the launch to the browser that proves it began the login, by the secret or by a cookie; the id is then spent,
 * whatever comes. Only our own page may ask: a form of another site could carry somebody else's id and secret.
 */
export async function releaseLaunch(
  deps: HoldDeps,
  body: unknown,
  from: ContinueOrigin,
): Promise<{ readonly ok: true; readonly login: LoginRow; readonly post: LaunchPost } | Refusal> {
  if (from.origin !== new URL(deps.publicUrl).origin) {
    return refuse('lti.browser-mismatch', { detail: 'origin' });
  }
  const parsed = ContinueRequest.safeParse(body);
  if (!parsed.success) return refuse('lti.launch-incomplete');
  const { id, secret } = parsed.data;
  const held = await deps.logins.release(hash(id), deps.clock());
  if (held === undefined) return refuse('lti.state-unknown');
  const content: unknown = JSON.parse(deps.heldPosts.unseal(held.sealedPost, held.idHash));
  const post = StoredPost.parse(content);
  const { browserHash } = held.login;
  if (secret === undefined) {
    const cookies = judgeCookies(browserHash, post.state, from.cookies);
    if (cookies === 'missing') return refuse('lti.cookie-missing');
    if (cookies === 'other') return refuse('lti.browser-mismatch');
  } else if (!isHashOf(browserHash, secret)) return refuse('lti.browser-mismatch');
  return { ok: true, login: held.login, post };
}
