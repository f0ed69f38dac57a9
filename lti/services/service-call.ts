import type { AccessTokens } from '../engine/access-tokens.ts';
import type { Caller, FetchOutcome, GuardedFetch } from '../net/guarded-fetch.ts';

export interface ServiceDeps {
  readonly accessTokens: AccessTokens;
  readonly guardedFetch: GuardedFetch;
  readonly clock: () => number;
}

export type ServiceAnswer = Extract<FetchOutcome, { readonly ok: true }>;

export type NoAnswer =
  /** A retry may help. */
  | {
      readonly kind: 'retry';
      readonly because: 'unreachable' | 'busy';
      /** The platform may have executed the request. */
      readonly mayBeDone: boolean;
      /** If the platform named a time. */
      readonly afterMs: number | null;
      readonly detail: string;
    }
  /** The platform's administrator must act. */
  | { readonly kind: 'unauthorized'; readonly detail: string }
  /** Nothing was sent, because the address is forbidden. */
  | { readonly kind: 'refused'; readonly because: 'address'; readonly detail: string };

const longestWaitMs = 24 * 3_600_000;

interface ServiceRequest {
  readonly client: Caller;
  readonly scope: string;
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** After a 401, retries once with a new token. Never throws. */
export async function callService(
  deps: ServiceDeps,
  { client, scope, url, headers, ...rest }: ServiceRequest,
): Promise<ServiceAnswer | NoAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const access = await deps.accessTokens.get(client, [scope]);
    if (!access.ok) {
      const detail = `token ${access.reason}`;
      return access.reason === 'unreachable' || access.reason === 'unreadable'
        ? { kind: 'retry', because: 'unreachable', mayBeDone: false, afterMs: null, detail }
        : { kind: 'unauthorized', detail };
    }
    const authorization = `Bearer ${access.token}`;
    const outcome = await deps.guardedFetch(url, { client, ...rest, headers: { ...headers, authorization } });
    if (!outcome.ok) {
      return outcome.reason === 'unreachable' || outcome.reason === 'timed-out'
        ? { kind: 'retry', because: 'unreachable', mayBeDone: true, afterMs: null, detail: outcome.reason }
        : { kind: 'refused', because: 'address', detail: outcome.reason };
    }
    if (outcome.status !== 401) return outcome;
    // The token was revoked early or lacks this scope.
    await deps.accessTokens.forget(client, [scope]);
    if (attempt > 1) return { kind: 'unauthorized', detail: 'status 401' };
  }
}

export function isSuccess({ status }: ServiceAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The platform limits calls or has a fault of its own. */
export function readBusy({ status, headers, body }: ServiceAnswer, now: number): NoAnswer | undefined {
  const throttled = status === 429 || (status === 403 && isCanvasRateLimit(headers, body));
  if (!throttled && status !== 408 && status !== 425 && status < 500) return undefined;
  const afterMs = readRetryAfter(headers.get('retry-after'), now);
  // Behind a gateway the platform may still execute the request.
  return { kind: 'retry', because: 'busy', mayBeDone: status >= 500, afterMs, detail: `status ${status}` };
}

/** Canvas reports rate limits as 403 with an empty bucket. */
function isCanvasRateLimit(headers: Headers, body: string): boolean {
  const remaining = headers.get('x-rate-limit-remaining');
  return (remaining !== null && Number(remaining) <= 0) || /rate limit exceeded/i.test(body);
}

function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const seconds = Number(value);
  const waitMs = Number.isFinite(seconds) ? Math.round(seconds * 1000) : Date.parse(value) - now;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), longestWaitMs);
}
