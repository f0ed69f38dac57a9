import { describe, expect, it } from 'vitest';
import {
  showsScore,
  settleFailure,
  settleSent,
  type Failure,
} from '../../../../server/delivery/settle-grade.ts';
import type { GradeRow } from '../../../../server/storage/ports/grades.ts';
import { sampleGrade } from '../../../contract/storage/sample-attempts.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const now = 1_000 * dayMs;

function row(change: Partial<GradeRow> = {}): GradeRow {
  return {
    ...sampleGrade({ id: 'attempt-1', organisationId: 'o', personId: 'p' }),
    state: 'pending',
    tries: 0,
    nextAt: 0,
    sentAt: null,
    lastError: '',
    sameError: 0,
    pendingSince: now,
    lastPostAt: null,
    takenAttemptId: null,
    shownScore: null,
    ...change,
  };
}

const unread = { kind: 'unreadable', detail: '' } as const;

const outcomes = {
  conflict: { kind: 'conflict', detail: '' },
  locked: { kind: 'locked', detail: '' },
  unauthorized: { kind: 'unauthorized', detail: '' },
  person: { kind: 'refused', because: 'person', detail: '' },
  gone: { kind: 'refused', because: 'item-gone', detail: '' },
  silent: { kind: 'retry', because: 'unreachable', mayBeDone: true, afterMs: null, detail: '' },
  busy: { kind: 'retry', because: 'busy', mayBeDone: false, afterMs: 7_000, detail: '' },
} as const satisfies Record<string, Failure>;

/** Consecutive tries with the same outcome and the highest random number: their waits and the final state. */
function follow(outcome: Failure, from: GradeRow = row()): { waits: number[]; last: GradeRow } {
  const waits: number[] = [];
  let at = now;
  let current = from;
  while (current.state === 'pending' && waits.length < 200) {
    const settled = settleFailure(current, outcome, { now: at, chance: 1, posted: true });
    const sameError = settled.lastError === current.lastError ? current.sameError + 1 : 1;
    current = { ...current, ...settled, tries: current.tries + 1, sameError };
    if (settled.state === 'pending') waits.push(settled.nextAt - at);
    at = settled.nextAt;
  }
  return { waits, last: current };
}

describe('a failed grade delivery', () => {
  it('gets a new time stamp three times after conflicts, then waits longer each time', () => {
    const { waits, last } = follow(outcomes.conflict);
    expect(waits.slice(0, 3)).toEqual([1_100, 1_100, 1_100]);
    expect(waits[3]).toBeGreaterThanOrEqual(30_000);
    expect(last).toMatchObject({ state: 'failed', lastError: 'grade.conflict' });
  });

  it('gets a new time stamp at once after a conflict, even after other failures', () => {
    const { waits } = follow(outcomes.conflict, row({ tries: 9, lastError: 'grade.busy', sameError: 9 }));
    expect(waits.slice(0, 3)).toEqual([1_100, 1_100, 1_100]);
  });

  it('is retried later each time without a response, at most after six hours, for seven days', () => {
    const { waits, last } = follow(outcomes.silent);
    expect(waits[0]).toBe(minuteMs);
    expect(Math.max(...waits)).toBe(6 * hourMs);
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThan(7 * dayMs);
    expect(total).toBeLessThan(8 * dayMs);
    expect(last).toMatchObject({
      state: 'failed',
      lastError: 'grade.unreachable',
      takenAttemptId: 'attempt-1',
    });
  });

  it('counts the seven days from the last resend, not from the request', () => {
    const about = { now: now + 8 * dayMs, chance: 0, posted: true };
    expect(settleFailure(row(), outcomes.unauthorized, about).state).toBe('failed');
    const resent = row({ pendingSince: now + 7.5 * dayMs });
    expect(settleFailure(resent, outcomes.unauthorized, about).state).toBe('pending');
  });

  it('is retried three times when the person is refused, well apart, whatever came before', () => {
    const { waits, last } = follow(outcomes.person, row({ tries: 5, lastError: 'grade.busy', sameError: 5 }));
    expect(waits).toEqual([10 * minuteMs, hourMs]);
    expect(last).toMatchObject({ state: 'failed', lastError: 'grade.person-refused' });
  });

  it('is not retried when the activity’s column is gone, unlike a dimension’s, which is created again', () => {
    expect(follow(outcomes.gone)).toMatchObject({
      waits: [],
      last: { state: 'failed', tries: 1, lastError: 'grade.item-gone' },
    });
    expect(follow(outcomes.gone, row({ dimension: 'COM' })).waits).toEqual([10 * minuteMs, hourMs]);
  });

  it('is retried a few times a day at most when the grade is locked, and not forever', () => {
    const { waits, last } = follow(outcomes.locked);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(10 * minuteMs);
    expect(waits.length).toBeLessThan(20);
    expect(last).toMatchObject({ state: 'failed', lastError: 'grade.locked' });
  });

  it('waits at least as long as the platform asks, and longer if it always asks for little', () => {
    const { waits } = follow(outcomes.busy);
    expect(waits[0]).toBe(minuteMs);
    const patient = settleFailure(row(), outcomes.busy, { now, chance: 0, posted: true });
    expect(patient.nextAt - now).toBe(7_000);
    const day = { ...outcomes.busy, afterMs: dayMs };
    expect(settleFailure(row(), day, { now, chance: 1, posted: true }).nextAt - now).toBe(dayMs);
  });

  it('counts a post only if one was sent, and records acceptance only if it is possible', () => {
    const kept = row({ lastPostAt: 5, takenAttemptId: 'attempt-0' });
    const about = { now, chance: 0, posted: false };
    expect(settleFailure(kept, outcomes.silent, about)).toMatchObject({
      lastPostAt: 5,
      takenAttemptId: 'attempt-0',
    });
    const posted = { ...about, posted: true };
    expect(settleFailure(kept, outcomes.busy, posted)).toMatchObject({
      lastPostAt: now,
      takenAttemptId: 'attempt-0',
    });
    expect(settleSent(kept, now, unread)).toMatchObject({ lastPostAt: now, takenAttemptId: 'attempt-1' });
  });
});

describe('a result read after a post', () => {
  it.each([
    [{ kind: 'read', score: 9.04, maximum: 10 }, 90],
    [{ kind: 'read', score: 0, maximum: 100 }, 0],
    [{ kind: 'read', score: 80.4, maximum: 100 }, null],
    [{ kind: 'read', score: null, maximum: 100 }, null],
    [unread, null],
  ] as const)('%j beside a sent score of 80 is kept as %j', (result, shownScore) => {
    expect(settleSent(row(), now, result)).toMatchObject({ state: 'sent', shownScore });
  });
});

describe('a result read after a conflict', () => {
  it.each([
    [{ kind: 'read', score: 8, maximum: 10 }, true],
    [{ kind: 'read', score: 80, maximum: null }, true],
    [{ kind: 'read', score: 79, maximum: 100 }, false],
    [{ kind: 'read', score: null, maximum: 100 }, false],
    [{ kind: 'unreadable', detail: '' }, false],
  ] as const)('%j confirms a score of 80 of 100: %s', (result, expected) => {
    expect(showsScore(result, 80)).toBe(expected);
  });
});
