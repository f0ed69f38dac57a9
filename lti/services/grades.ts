/** Assignment and Grade Services. Callers decide about retries. */
import { z } from 'zod';
import type { ClientRef } from '../engine/access-tokens.ts';
import { toPlainComment } from './plain-comment.ts';
import { getFamilyQuirks } from '../platform-quirks.ts';
import type { PlatformFamily } from '../platform-quirks.ts';
import { parseJson } from '../net/parse-json.ts';
import { callService, isSuccess, readBusy } from './service-call.ts';
import type { NoAnswer, ServiceAnswer, ServiceDeps } from './service-call.ts';

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const resultScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
/** Moodle returns 400 for other media types. */
const scoreType = 'application/vnd.ims.lis.v1.score+json';
const resultsType = 'application/vnd.ims.lis.v2.resultcontainer+json';
const canvasSubmission = 'https://canvas.instructure.com/lti/submission';

interface GradeCell {
  readonly client: ClientRef;
  readonly family: PlatformFamily;
  /** From the launch, with its query. */
  readonly lineItemUrl: string;
  /** The LMS's id, unchanged. */
  readonly userId: string;
}

export interface ScoreToSend extends GradeCell {
  /** At most scoreMaximum; above 0, because Open edX hides 0. */
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  /** Required, because a post without one deletes the previous comment. */
  readonly comment: string;
  readonly isNewAttempt: boolean;
}

export type ScoreOutcome =
  | { readonly kind: 'sent' }
  /** Another score is as late or later. Read the result, or retry a second later. */
  | { readonly kind: 'conflict'; readonly detail: string }
  /** Inferred from status and body; see platform-quirks.ts. */
  | { readonly kind: 'locked'; readonly detail: string }
  | {
      readonly kind: 'refused';
      readonly because: 'person' | 'item-gone' | 'address' | 'other';
      readonly detail: string;
    }
  | NoAnswer;

export type ResultOutcome =
  | { readonly kind: 'read'; readonly score: number | null; readonly maximum: number | null }
  | { readonly kind: 'unreadable'; readonly detail: string };

export interface Grades {
  /** Sends a final score, stamped now. Gets a new token once if it was rejected. Never throws. */
  sendScore(score: ScoreToSend): Promise<ScoreOutcome>;
  /** To resolve a conflict. Never throws. */
  readResult(cell: GradeCell): Promise<ResultOutcome>;
}

export function createGrades(deps: ServiceDeps): Grades {
  return {
    async sendScore(score) {
      const answer = await callService(deps, {
        client: score.client,
        scope: scoreScope,
        url: getServiceUrl(score.lineItemUrl, 'scores'),
        method: 'POST',
        headers: { 'content-type': scoreType },
        body: JSON.stringify(buildScore(score, deps.clock())),
      });
      if ('kind' in answer) return answer;
      if (isSuccess(answer)) return { kind: 'sent' };
      return judgeRefusal(deps, score, answer);
    },
    async readResult(cell) {
      const answer = await askForResult(deps, cell);
      if ('kind' in answer) return { kind: 'unreadable', detail: answer.detail };
      return isSuccess(answer)
        ? readOwnResult(answer.body, cell.userId)
        : { kind: 'unreadable', detail: `status ${answer.status}` };
    },
  };
}

/**
 * AGS 2.0 §3.4.5. Always final: Moodle erases grades on any other gradingProgress. Stamped when sent:
 * Moodle compares with its last receipt.
 */
function buildScore(score: ScoreToSend, now: number): Readonly<Record<string, unknown>> {
  const { postsAreSubmissions } = getFamilyQuirks(score.family);
  return {
    userId: score.userId,
    scoreGiven: score.scoreGiven,
    scoreMaximum: score.scoreMaximum,
    comment: toPlainComment(score.comment),
    timestamp: new Date(now).toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    ...(postsAreSubmissions ? { [canvasSubmission]: { new_submission: score.isNewAttempt } } : {}),
  };
}

/** Inserts path steps before the query (`…/lineitem?type_id=1`). */
export function getServiceUrl(lineItemUrl: string, ...steps: readonly string[]): string {
  const url = new URL(lineItemUrl);
  url.pathname = [url.pathname.replace(/\/$/, ''), ...steps.map(encodeURIComponent)].join('/');
  return url.href;
}

async function judgeRefusal(
  deps: ServiceDeps,
  score: ScoreToSend,
  answer: ServiceAnswer,
): Promise<ScoreOutcome> {
  const { status, body } = answer;
  const { outdatedStatus, lockedAnswer } = getFamilyQuirks(score.family);
  const detail = `status ${status}`;
  if (status === 409 || status === outdatedStatus) return { kind: 'conflict', detail };
  if (lockedAnswer?.status === status && lockedAnswer.body === body.trim()) return { kind: 'locked', detail };
  const busy = readBusy(answer, deps.clock());
  if (busy !== undefined) return busy;
  if (status === 400 || status === 422) return { kind: 'refused', because: 'person', detail };
  if (status === 404) return { kind: 'refused', because: await findMissing(deps, score), detail };
  return { kind: 'refused', because: status === 410 ? 'item-gone' : 'other', detail };
}

/** Tells a missing person from a missing column: only a missing column has no results. */
async function findMissing(deps: ServiceDeps, cell: GradeCell): Promise<'person' | 'item-gone' | 'other'> {
  const answer = await askForResult(deps, cell);
  if ('kind' in answer) return 'other';
  if (isSuccess(answer)) return 'person';
  return answer.status === 404 || answer.status === 410 ? 'item-gone' : 'other';
}

function askForResult(
  deps: ServiceDeps,
  { client, family, lineItemUrl, userId }: GradeCell,
): Promise<ServiceAnswer | NoAnswer> {
  const inPath = getFamilyQuirks(family).resultsInPath;
  // Without `limit`, to which Moodle responds with an HTML error page.
  const url = new URL(
    inPath ? getServiceUrl(lineItemUrl, 'results', userId) : getServiceUrl(lineItemUrl, 'results'),
  );
  if (!inPath) url.searchParams.set('user_id', userId);
  return callService(deps, { client, scope: resultScope, url: url.href, headers: { accept: resultsType } });
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
  if (!parsed.success) return { kind: 'unreadable', detail: 'result unreadable' };
  const own = parsed.data.find((result) => result.userId === userId);
  return { kind: 'read', score: own?.resultScore ?? null, maximum: own?.resultMaximum ?? null };
}
