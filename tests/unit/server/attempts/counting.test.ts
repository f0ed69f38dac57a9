import { describe, expect, it } from 'vitest';
import { findCounting } from '../../../../server/attempts/counting.ts';
import type { AttemptProgress, AttemptWithProgress } from '../../../../server/storage/ports/attempts.ts';
import { sampleAttempt, sampleProgress } from '../../../contract/storage/sample-attempts.ts';

const aside = { state: 'invalid', reason: 'other-person', at: 1, logSeq: 1 } as const;

function attempt(number: number, change: Partial<AttemptProgress>): AttemptWithProgress {
  const progress = sampleProgress(1, { status: 'finished', score: null, ...change });
  return { attempt: sampleAttempt({ id: `attempt-${number}`, number }), progress };
}

const long = attempt(1, { score: 60 });

describe('the attempt that counts', () => {
  it('is the newest that is long enough', () => {
    expect(findCounting([attempt(2, { score: 20 }), long])).toEqual({ number: 2, because: 'newest' });
  });

  it.each([
    ['is too short', { score: null }, 'later-too-few'],
    ['goes on', { status: 'open', score: null }, 'later-open'],
    ['is set aside', { score: 20, validity: aside }, 'later-set-aside'],
  ] as const)('stays the earlier one while the later %s', (_what, change, because) => {
    expect(findCounting([attempt(2, change), long])).toEqual({ number: 1, because });
  });

  it('is none if no attempt is long enough', () => {
    expect(findCounting([])).toBeNull();
    expect(findCounting([attempt(1, { score: null })])).toBeNull();
    expect(findCounting([attempt(1, { score: 60, validity: aside })])).toBeNull();
  });
});
