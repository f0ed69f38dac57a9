import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs as clientBackoffMs, requestBackoff } from '../../../../client/src/api/backoff.ts';
import { backoffMs, gradeBackoff, statementBackoff } from '../../../../server/delivery/backoff.ts';

describe('backoff after failures', () => {
  it.each([statementBackoff, gradeBackoff])('is above zero and at most its cap (%o)', (backoff) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, chance) => {
          const waitMs = backoffMs(backoff, failures, chance);
          expect(waitMs).toBeGreaterThan(0);
          expect(waitMs).toBeLessThanOrEqual(backoff.capMs);
        },
      ),
    );
  });

  it('is the same formula in the client', () => {
    for (const backoff of [statementBackoff, gradeBackoff, requestBackoff]) {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 100 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (failures, chance) => {
            expect(clientBackoffMs(backoff, failures, chance)).toBe(backoffMs(backoff, failures, chance));
          },
        ),
      );
    }
  });

  it('doubles its ceiling with each failure up to the cap', () => {
    expect([1, 2, 3].map((failures) => backoffMs(statementBackoff, failures, 0))).toEqual([200, 400, 800]);
    expect(backoffMs(statementBackoff, 60, 1)).toBe(statementBackoff.capMs);
  });
});
