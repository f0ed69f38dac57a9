/** An attempt that staff reopened has results of its first end in its log. */
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../scenarios/kit/log.ts';
import type { CopiedAttempt } from '../../../../server/own-data/person-copy.ts';
import { withoutOpenResults } from '../../../../server/own-data/without-results.ts';
import { sampleAttempt, sampleProgress } from '../../../contract/storage/sample-attempts.ts';

const time = { epoch: 1, at: 1_000, receivedAt: 1_000 };
const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 2 };
const result = {
  rules: [{ rule: 'e1', item: 's02-com', fired: true, shown: false, points: 1 }],
  items: [{ item: 's02-com', dimension: 'COM', points: 1, max: 4, skipped: false }],
  misconceptions: ['answers-everyone'],
} as const;

const entries: readonly LogEntry[] = [
  { ...time, logSeq: 1, kind: 'scene-ended', scene, how: 'done', activeMs: 5, result },
  { ...time, logSeq: 2, kind: 'finished', how: 'learner', score: 61 },
  {
    ...time,
    logSeq: 3,
    kind: 'rescored',
    results: [{ scene, how: 'done', result, ended: { logSeq: 1, scoringVersion: 1 } }],
    processes: [],
    measure: null,
    score: 62,
  },
  { ...time, logSeq: 4, kind: 'reopened' },
];

function copyOf(status: 'open' | 'paused' | 'finished' | 'abandoned'): CopiedAttempt {
  return {
    activity: '',
    attempt: sampleAttempt(),
    progress: sampleProgress(4, { status, score: 62 }),
    entries,
    notices: [],
    statements: [],
    deliveries: [],
    receipt: null,
    grades: [],
    notes: [],
    requests: [],
  };
}

describe('the results in an own copy', () => {
  it.each(['open', 'paused'] as const)(
    'are left out while the attempt is %s, also those before',
    (status) => {
      const copy = withoutOpenResults(copyOf(status));
      expect(copy.progress.score).toBeNull();
      expect(copy.entries).toMatchObject([
        { kind: 'scene-ended', how: 'done', result: null },
        { kind: 'finished', how: 'learner', score: null, measure: null },
        { kind: 'rescored', results: [], measure: null, score: null },
        { kind: 'reopened' },
      ]);
      expect(JSON.stringify(copy)).not.toMatch(/"fired"|answers-everyone|6[12]/);
    },
  );

  it('leave alone a statement that they do not know', () => {
    const odd = { verb: 'seen' };
    expect(withoutOpenResults({ ...copyOf('open'), statements: [odd] }).statements).toEqual([odd]);
  });

  it.each(['finished', 'abandoned'] as const)('are whole once the attempt is %s', (status) => {
    expect(withoutOpenResults(copyOf(status))).toEqual(copyOf(status));
  });
});
