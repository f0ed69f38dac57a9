import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../../scenarios/kit/log.ts';
import { LogDraft } from '../../../../server/attempts/log-draft.ts';
import { sampleAttempt, sampleProgress } from '../../../contract/storage/sample-attempts.ts';

const event: LogEvent = { kind: 'opened', first: true, tMs: 0 };

function draft(statements = 1): LogDraft {
  const fresh = { attempt: sampleAttempt(), progress: sampleProgress(0, { lastAt: 0 }) };
  const one = { id: '', tier: 1, part: 0, bytes: '{}', shared: { from: 0, to: 2 } } as const;
  return new LogDraft(fresh, {
    statementsOf: () => Array.from({ length: statements }, () => one),
    voidingOf: (target) => ({ id: `voids ${target}`, bytes: '{}' }),
    store: (entry) => ({ logSeq: entry.logSeq, entry, sealed: null }),
  });
}

describe('a log draft', () => {
  it('numbers entries without gaps and always forward in time, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer({ min: 0 })), { maxLength: 50 }), (times) => {
        const log = draft();
        for (const [happenedAt, receivedAt] of times) log.add(event, happenedAt, receivedAt);
        log.entries.forEach((entry, index) => {
          expect(entry.logSeq).toBe(index + 1);
          expect(entry.at).toBeGreaterThan(log.entries[index - 1]?.at ?? 0);
        });
      }),
    );
  });

  it('never dates an entry after its receipt unless the log leaves no other time', () => {
    expect(draft().add(event, 9000, 5000).at).toBe(5000);
  });

  it('gives an entry one millisecond per statement', () => {
    const next = [0, 1, 3].map((statements) => {
      const log = draft(statements);
      log.add(event, 1000, 1000);
      return log.add(event, 1000, 1000).at;
    });
    expect(next).toEqual([1001, 1001, 1003]);
  });

  it('writes with the epoch of the current writer', () => {
    const log = draft();
    log.update({ epoch: 7 });
    expect(log.add(event, 1, 1).epoch).toBe(7);
  });
});
