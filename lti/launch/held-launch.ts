/** Stores the sealed launch until the browser's secret arrives. The page gets an id, never the token. */
import { z } from 'zod';
import { judgeCookies } from './browser-binding.ts';
import { refuse } from './codes.ts';
import type { Refusal } from './codes.ts';
import { hash, isHashOf } from './hash.ts';
import type { LoginState } from './login.ts';

/** Browsers take seconds; a permission prompt takes longer. */
const heldLifeMs = 60_000;

export interface LaunchPost {
  readonly state: string;
  readonly idToken: string;
}

export interface HeldLaunch {
  /** SHA-256, base64url, of the waiting page's id. */
  readonly idHash: string;
  readonly organisationId: string;
  readonly login: LoginState;
  /** Sealed `{ state, idToken }`. */
  readonly sealedPost: string;
  readonly expiresAt: number;
}

export interface HoldDeps {
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomToken: () => string;
  readonly logins: {
    hold(row: HeldLaunch): Promise<void>;
    /** Returns the row to at most one caller, before it expires. */
    release(idHash: string, now: number): Promise<HeldLaunch | undefined>;
  };
  /** `context` binds a post to its row. */
  readonly heldPosts: {
    seal(plaintext: string, context: string): string;
    unseal(sealed: string, context: string): string;
  };
}

export interface ContinueOrigin {
  readonly origin: string | undefined;
  readonly cookies: string | undefined;
}

const ContinueRequest = z.object({
  id: z.string().min(20).max(100),
  secret: z.string().min(20).max(100).optional(),
});
const StoredPost = z.object({ state: z.string(), idToken: z.string() });

export async function holdLaunch(deps: HoldDeps, login: LoginState, post: LaunchPost): Promise<string> {
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
 * The browser proves by secret or cookie that it started the login. The id is spent in any case. Another
 * site’s form could carry somebody else’s id and secret.
 */
export async function releaseLaunch(
  deps: HoldDeps,
  body: unknown,
  from: ContinueOrigin,
): Promise<{ readonly ok: true; readonly login: LoginState; readonly post: LaunchPost } | Refusal> {
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
    const cookies = judgeCookies({ browserHash, state: post.state }, from.cookies, deps.publicUrl);
    if (cookies === 'missing') return refuse('lti.cookie-missing');
    if (cookies === 'other') return refuse('lti.browser-mismatch');
  } else if (!isHashOf(browserHash, secret)) return refuse('lti.browser-mismatch');
  return { ok: true, login: held.login, post };
}
