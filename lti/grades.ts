/**
 * Assignment and Grade Services as a client: one final score out, one result in. It decides nothing about when to
 * try again; it says what happened in one of a few words.
 */
import { z } from 'zod';
import type { AccessTokens, ClientRef } from './access-tokens.ts';
import type { FetchOutcome, GuardedFetch } from './guarded-fetch.ts';

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const resultScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
/** Moodle answers 400 to anything but exactly these. */
const scoreType = 'application/vnd.ims.lis.v1.score+json';
const resultsType = 'application/vnd.ims.lis.v2.resultcontainer+json';

export interface ScoreToSend {
  readonly client: ClientRef;
  /** As the launch gave it, its query included. */
  readonly lineItemUrl: string;
  /** The person as the LMS calls them. */
  readonly userId: string;
  /** 0 to scoreMaximum. */
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  /** Plain text. A post without a comment deletes the one before, so there always is one. */
  readonly comment: string;
}

/** What a platform made of a score. */
export type ScoreOutcome =
  | { readonly kind: 'sent' }
  /** 409: it took another score at the same second or later. Read the result, or stamp again a second later. */
  | { readonly kind: 'conflict' }
  /** May pass by itself. `afterMs`: when the platform wants the next try, or null. */
  | { readonly kind: 'retry'; readonly afterMs: number | null; readonly detail: string }
  /** The platform gives us no token for this, or takes none: its administrator must act. */
  | { readonly kind: 'unauthorized'; readonly detail: string }
  /** The same request would be refused again. */
  | { readonly kind: 'permanent'; readonly detail: string };

export type ResultOutcome =
  | { readonly kind: 'read'; readonly score: number | null; readonly maximum: number | null }
  | Exclude<ScoreOutcome, { readonly kind: 'sent' | 'conflict' }>;

export interface Grades {
  /** Posts a final score, stamped now; a dropped token is renewed once. Never throws. */
  sendScore(score: ScoreToSend): Promise<ScoreOutcome>;
  /** What the gradebook shows for this person: to resolve a conflict. Never throws. */
  readResult(request: Pick<ScoreToSend, 'client' | 'lineItemUrl' | 'userId'>): Promise<ResultOutcome>;
}

export interface GradesDeps {
  readonly accessTokens: AccessTokens;
  readonly guardedFetch: GuardedFetch;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
}

/** No platform may put a grade off for longer by its Retry-After. */
const longestWaitMs = 24 * 3_600_000;

/** Builds the client; one per process. */
export function createGrades(deps: GradesDeps): Grades {
  return {
    async sendScore(score) {
      const url = getServiceUrl(score.lineItemUrl, 'scores');
      const answer = await callWithToken(deps, score.client, scoreScope, (token) =>
        deps.guardedFetch(url, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': scoreType },
          body: JSON.stringify(buildScore(score, deps.clock())),
        }),
      );
      if ('kind' in answer) return answer;
      if (isSuccess(answer.status)) return { kind: 'sent' };
      return answer.status === 409 ? { kind: 'conflict' } : classifyFailure(answer, deps.clock());
    },
    async readResult({ client, lineItemUrl, userId }) {
      // Moodle answers its HTML error page to `limit`.
      const url = new URL(getServiceUrl(lineItemUrl, 'results'));
      url.searchParams.set('user_id', userId);
      const answer = await callWithToken(deps, client, resultScope, (token) =>
        deps.guardedFetch(url.href, { headers: { authorization: `Bearer ${token}`, accept: resultsType } }),
      );
      if ('kind' in answer) return answer;
      return isSuccess(answer.status)
        ? readOwnResult(answer.body, userId)
        : classifyFailure(answer, deps.clock());
    },
  };
}

/**
 * The Score of AGS 2.0 §3.4.5. Always final: Moodle erases a grade on any other gradingProgress. Stamped at
 * sending, since Moodle compares with the time at which it last received one.
 */
function buildScore(score: ScoreToSend, now: number): Readonly<Record<string, string | number>> {
  return {
    userId: score.userId,
    scoreGiven: score.scoreGiven,
    scoreMaximum: score.scoreMaximum,
    comment: score.comment,
    timestamp: new Date(now).toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  };
}

/** A line item's service address: its path goes on, its query stays (`…/lineitem?type_id=1`). */
export function getServiceUrl(lineItemUrl: string, service: 'scores' | 'results'): string {
  const url = new URL(lineItemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${service}`;
  return url.href;
}

type Answer = Extract<FetchOutcome, { readonly ok: true }>;
type Failure = Exclude<ScoreOutcome, { readonly kind: 'sent' | 'conflict' }>;

async function callWithToken(
  deps: GradesDeps,
  client: ClientRef,
  scope: string,
  call: (token: string) => Promise<FetchOutcome>,
): Promise<Answer | Failure> {
  for (let attempt = 1; ; attempt += 1) {
    const access = await deps.accessTokens.get(client, [scope]);
    if (!access.ok) {
      return access.reason === 'unreachable' || access.reason === 'unreadable'
        ? { kind: 'retry', afterMs: null, detail: `token ${access.reason}` }
        : { kind: 'unauthorized', detail: `token ${access.reason}` };
    }
    const outcome = await call(access.token);
    if (!outcome.ok) {
      return outcome.reason === 'unreachable'
        ? { kind: 'retry', afterMs: null, detail: outcome.reason }
        : { kind: 'permanent', detail: outcome.reason };
    }
    if (outcome.status !== 401) return outcome;
    // The kept token was revoked early, or never covered this scope: one fresh one tells which.
    await deps.accessTokens.forget(client, [scope]);
    if (attempt > 1) return { kind: 'unauthorized', detail: 'status 401' };
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function classifyFailure({ status, headers, body }: Answer, now: number): Failure {
  const detail = `status ${status}`;
  const rateLimited = status === 429 || (status === 403 && isCanvasRateLimit(headers, body));
  if (rateLimited || status === 408 || status === 425 || status >= 500) {
    return { kind: 'retry', afterMs: readRetryAfter(headers.get('retry-after'), now), detail };
  }
  return { kind: 'permanent', detail };
}

/** Canvas says "too many" as 403 with an empty bucket. */
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

const Results = z.array(
  z.looseObject({
    userId: z.coerce.string().max(255),
    resultScore: z.number().nullish(),
    resultMaximum: z.number().nullish(),
  }),
);

function readOwnResult(body: string, userId: string): ResultOutcome {
  const parsed = Results.safeParse(parseJson(body));
  if (!parsed.success) return { kind: 'retry', afterMs: null, detail: 'result unreadable' };
  const own = parsed.data.find((result) => result.userId === userId);
  return { kind: 'read', score: own?.resultScore ?? null, maximum: own?.resultMaximum ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
