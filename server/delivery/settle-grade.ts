/**
 * What becomes of a grade after a try (reference/lti.md §5.4, moodle.md S1): sent, tried again after a wait that
 * fits the reason, or given up with a reason that staff can see. Pure: no I/O, no clock.
 */
import type { ResultOutcome, ScoreOutcome } from '../../lti/services/grades.ts';
import type { GradeRow, GradeSettlement } from '../storage/ports/grades.ts';
import { type Backoff, backoffMs, gradeBackoff } from './backoff.ts';
import type { GradeReason } from '../contract/grade-reasons.ts';

/** Every score is out of this. */
export const scoreMaximum = 100;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Trying ends so long after the wish, or after the last resend. */
const giveUpAfterMs = 7 * 24 * hourMs;
/** Moodle compares whole seconds: a stamp so much later always lies in a later one. */
const restampMs = 1_100;
const restamps = 3;
/** A refusal that looks final is tried three times, well apart: enrolment may lag behind the launch. */
const refusalWaitsMs = [10 * minuteMs, hourMs] as const;
/** A teacher may unlock; until then every try is in vain. */
const lockedBackoff: Backoff = { baseMs: 10 * minuteMs, capMs: 24 * hourMs };

export interface Try {
  readonly now: number;
  /** A number in [0, 1). */
  readonly chance: number;
  /** Whether a post may have left us: the next one then keeps its distance. */
  readonly posted: boolean;
}

export type Failure = Exclude<ScoreOutcome, { readonly kind: 'sent' }>;

const silence: Failure = {
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

/** The platform took it, or is known to hold it. */
export function settleSent(row: GradeRow, now: number): GradeSettlement {
  return {
    state: 'sent',
    nextAt: 0,
    sentAt: now,
    lastError: '',
    lastPostAt: now,
    takenAttemptId: row.attemptId,
  };
}

/** The attempt was set aside by staff: nothing is posted, and nothing is wrong. */
export function settleWithdrawn({ lastPostAt, takenAttemptId }: GradeRow): GradeSettlement {
  return { state: 'withdrawn', nextAt: 0, sentAt: null, lastError: '', lastPostAt, takenAttemptId };
}

/** Whether a conflict means success after a lost answer: the gradebook shows what we wanted. */
export function holds(result: ResultOutcome, score: number): boolean {
  if (result.kind !== 'read' || result.score === null) return false;
  const held = (result.score / (result.maximum ?? scoreMaximum)) * scoreMaximum;
  return Math.abs(held - score) < 0.01;
}

/** What becomes of a row that the platform did not take. */
export function settleFailure(row: GradeRow, outcome: Failure, about: Try): GradeSettlement {
  const { reason, waitMs } = judge(row, outcome, about.chance);
  const mayBeTaken = about.posted && outcome.kind === 'retry' && outcome.mayBeDone;
  const learnt = {
    lastPostAt: about.posted ? about.now : row.lastPostAt,
    takenAttemptId: mayBeTaken ? row.attemptId : row.takenAttemptId,
  };
  const isOver = waitMs === null || about.now - row.pendingSince > giveUpAfterMs;
  return isOver
    ? { state: 'failed', nextAt: 0, sentAt: null, lastError: reason, ...learnt }
    : { state: 'pending', nextAt: about.now + waitMs, sentAt: null, lastError: reason, ...learnt };
}

/** A fault of our own: nothing is known of the platform, so the row waits as if it had been silent. */
export function settleUnexpected(row: GradeRow, about: Try): GradeSettlement {
  const lastError: GradeReason = 'grade.unexpected';
  return { ...settleFailure(row, silence, about), lastError };
}

/** Person or platform are no longer with us: no try can help. */
export function settleReceiverGone(row: GradeRow): GradeSettlement {
  const { lastPostAt, takenAttemptId } = row;
  const lastError: GradeReason = 'grade.receiver-gone';
  return { state: 'failed', nextAt: 0, sentAt: null, lastError, lastPostAt, takenAttemptId };
}

/** Why it failed, and how long to wait for the next try; null where there shall be none. */
function judge(
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
        waitMs: backoffMs(lockedBackoff, before('grade.locked') + 1, chance),
      };
    case 'retry': {
      const reason = outcome.because === 'busy' ? 'grade.busy' : 'grade.unreachable';
      // The platform's own wish is the least; one that wishes 0 for ever must not be asked every second.
      return { reason, waitMs: Math.max(outcome.afterMs ?? 0, backedOff) };
    }
    case 'unauthorized':
      return { reason: 'grade.not-authorized', waitMs: backedOff };
    case 'refused': {
      const reason = reasonOfRefusal[outcome.because];
      return { reason, waitMs: refusalWaitsMs[before(reason)] ?? null };
    }
  }
}
