import { describe, expect, it } from 'vitest';
import type { AttemptCompared } from '../../../../server/contract/review.ts';
import { compareAttempts } from '../../../../server/reporting/compare-attempts.ts';
import type { AttemptWithProgress } from '../../../../server/storage/ports/attempts.ts';
import {
  highVector,
  lowVector,
  measuredAttempt,
  measureOf,
  steadyVector,
} from '../../../support/measured-attempts.ts';
import { content } from '../../../support/s02.ts';

function compare(newestFirst: readonly AttemptWithProgress[]): AttemptCompared[] {
  return compareAttempts(content, newestFirst, ({ attempt }) => ({
    id: attempt.id,
    number: attempt.number,
    status: 'finished',
    startedAt: 1,
    endedAt: 2,
    ownForm: null,
    score: 1,
  }));
}

function changes(newestFirst: readonly AttemptWithProgress[]): unknown[] {
  return compare(newestFirst).map(({ change }) => change);
}

const low = measureOf(lowVector, 16);
const high = measureOf(highVector, 16);

describe('attempts side by side', () => {
  it('shows clear progress, and no change for the first attempt', () => {
    expect(changes([measuredAttempt(high, { number: 2 }), measuredAttempt(low)])).toEqual([
      'clear-progress',
      null,
    ]);
  });

  it('shows what is stable, and what decreased', () => {
    const steady = measureOf(steadyVector, 16);
    const all = [
      measuredAttempt(low, { number: 3 }),
      measuredAttempt(steady, { number: 2 }),
      measuredAttempt(steady),
    ];
    expect(changes(all)).toEqual(['decline', 'stable', null]);
  });

  it('skips attempts without a level', () => {
    const all = [
      measuredAttempt(high, { number: 3 }),
      measuredAttempt(measureOf(lowVector, 2), { number: 2 }),
      measuredAttempt(low),
    ];
    expect(changes(all)).toEqual(['clear-progress', null, null]);
  });

  it('skips attempts that staff set aside', () => {
    const validity = { state: 'invalid', reason: 'technical', at: 3, logSeq: 3 } as const;
    const all = [
      measuredAttempt(high, { number: 3 }),
      measuredAttempt(high, { number: 2, validity }),
      measuredAttempt(low),
    ];
    expect(changes(all)).toEqual(['clear-progress', null, null]);
    expect(compare(all).map(({ setAside }) => setAside)).toEqual([
      null,
      { reason: 'technical', at: 3 },
      null,
    ]);
  });

  it('shows no change across two banks, since they are two scales', () => {
    const other = { ...high, bankVersion: 99 };
    expect(changes([measuredAttempt(other, { number: 2 }), measuredAttempt(low)])).toEqual([null, null]);
  });
});
