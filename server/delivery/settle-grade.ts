/** What follows from a try to send a grade. */
import type { ResultOutcome, ScoreOutcome } from '../../lti/services/grades.ts';
import type { LinkItemOutcome } from '../../lti/services/line-items.ts';
import type { GradeRow, GradeSettlement } from '../storage/ports/grades.ts';
import { type Backoff, backoffMs, gradeBackoff } from './backoff.ts';
import type { GradeReason } from '../contract/grade-reasons.ts';

export const scoreMaximum = 100;
/** Of scores out of 100: less is rounding. */
const leastDifference = 0.5;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Since the grade was requested or last resent. */
const giveUpAfterMs = 7 * 24 * hourMs;
/** Moodle compares timestamps in whole seconds. */
const restampMs = 1_100;
const restamps = 3;
/** The LMS may enrol the learner after the launch. */
const refusalWaitsMs = [10 * minuteMs, hourMs] as const;
/** Waits for a teacher, whose action may send the grade at once. */
const teacherBackoff: Backoff = { firstMs: 20 * minuteMs, capMs: 24 * hourMs, leastShare: 0.1 };

export interface Try {
  readonly now: number;
  readonly chance: number;
  /** True if a post was sent: the next one keeps its distance (`minGapMs`). */
  readonly posted: boolean;
}

export type Failure =
  | Exclude<ScoreOutcome, { readonly kind: 'sent' }>
  | Extract<LinkItemOutcome, { readonly kind: 'unclear' }>
  /** By an operator, who may approve it again. */
  | { readonly kind: 'revoked'; readonly detail: '' };

const noAnswer: Failure = {
  kind: 'retry',
  because: 'unreachable',
  mayBeDone: true,
  afterMs: null,
  detail: '',
};

const reasonOfRefusal = {
  person: 'grade.person-refused',
  'item-gone': 'grade.item-gone',
  address: 'grade.address-refused',
  other: 'grade.refused',
} as const satisfies Record<string, GradeReason>;

/** @param result read after the post */
export function settleSent(row: GradeRow, now: number, result: ResultOutcome): GradeSettlement {
  const shown = scoreShown(result);
  const isSame = shown === null || Math.abs(shown - row.score) < leastDifference;
  return {
    state: 'sent',
    nextAt: 0,
    sentAt: now,
    lastError: '',
    lastPostAt: now,
    takenAttemptId: row.attemptId,
    shownScore: isSame ? null : Math.round(shown),
  };
}

/** Set aside, or held until staff decide: not an error. */
export function settleWithdrawn({ lastPostAt, takenAttemptId }: GradeRow): GradeSettlement {
  const unsent = { nextAt: 0, sentAt: null, lastError: '', shownScore: null } as const;
  return { state: 'withdrawn', ...unsent, lastPostAt, takenAttemptId };
}

/** Not an error. Later requests make the worker look again. */
export function settleNoColumn(row: GradeRow): GradeSettlement {
  const lastError: GradeReason = 'grade.no-column';
  return { ...settleWithdrawn(row), lastError };
}

/** After a conflict: true if an earlier post succeeded without our knowing. */
export function showsScore(result: ResultOutcome, score: number): boolean {
  const shown = scoreShown(result);
  return shown !== null && Math.abs(shown - score) < 0.01;
}

/** 0 to 100; null if unknown. */
function scoreShown(result: ResultOutcome): number | null {
  if (result.kind !== 'read' || result.score === null) return null;
  return (result.score / (result.maximum ?? scoreMaximum)) * scoreMaximum;
}

/** Retries later; gives up if no retry can help or after a week. */
export function settleFailure(row: GradeRow, outcome: Failure, about: Try): GradeSettlement {
  const { reason, waitMs } = reasonAndWait(row, outcome, about.chance);
  const mayBeTaken = about.posted && outcome.kind === 'retry' && outcome.mayBeDone;
  const delivery = {
    shownScore: null,
    lastPostAt: about.posted ? about.now : row.lastPostAt,
    takenAttemptId: mayBeTaken ? row.attemptId : row.takenAttemptId,
  };
  const isOver = waitMs === null || about.now - row.pendingSince > giveUpAfterMs;
  return isOver
    ? { state: 'failed', nextAt: 0, sentAt: null, lastError: reason, ...delivery }
    : { state: 'pending', nextAt: about.now + waitMs, sentAt: null, lastError: reason, ...delivery };
}

/** Errors of our own code; retried as if no response came. */
export function settleUnexpected(row: GradeRow, about: Try): GradeSettlement {
  const lastError: GradeReason = 'grade.unexpected';
  return { ...settleFailure(row, noAnswer, about), lastError };
}

/** Person or registration is gone, so no retry can help. */
export function settleRecipientGone(row: GradeRow): GradeSettlement {
  const { lastPostAt, takenAttemptId } = row;
  const lastError: GradeReason = 'grade.receiver-gone';
  const unsent = { nextAt: 0, sentAt: null, shownScore: null } as const;
  return { state: 'failed', ...unsent, lastError, lastPostAt, takenAttemptId };
}

/** `waitMs` in milliseconds; null: no retry. */
function reasonAndWait(
  row: GradeRow,
  outcome: Failure,
  chance: number,
): { readonly reason: GradeReason; readonly waitMs: number | null } {
  const before = (reason: GradeReason): number => (row.lastError === reason ? row.sameError : 0);
  const backedOff = backoffMs(gradeBackoff, row.tries + 1, chance);
  switch (outcome.kind) {
    case 'conflict': {
      const isEarly = before('grade.conflict') < restamps;
      return { reason: 'grade.conflict', waitMs: isEarly ? restampMs : backedOff };
    }
    case 'locked':
      return {
        reason: 'grade.locked',
        waitMs: backoffMs(teacherBackoff, before('grade.locked') + 1, chance),
      };
    case 'retry': {
      const reason = outcome.because === 'busy' ? 'grade.busy' : 'grade.unreachable';
      // Waits at least our own backoff, even if the LMS asks for 0.
      return { reason, waitMs: Math.max(outcome.afterMs ?? 0, backedOff) };
    }
    case 'unclear':
      return {
        reason: 'grade.column-unclear',
        waitMs: backoffMs(teacherBackoff, before('grade.column-unclear') + 1, chance),
      };
    case 'unauthorized':
      return { reason: 'grade.not-authorized', waitMs: backedOff };
    case 'revoked':
      return { reason: 'grade.deployment-revoked', waitMs: backedOff };
    case 'refused': {
      const reason = reasonOfRefusal[outcome.because];
      // Only a dimension's column is created again.
      if (outcome.because === 'item-gone' && row.dimension === null) return { reason, waitMs: null };
      return { reason, waitMs: refusalWaitsMs[before(reason)] ?? null };
    }
  }
}
