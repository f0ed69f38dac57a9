import { describe, expect, it } from 'vitest';
import { attemptShare, isShareFull, pendingOf } from '../../../../server/delivery/outbox-shares.ts';

const of = (organisationId: string, pending: number) => ({ organisationId, pending });

describe('the share of an organisation', () => {
  it('is the whole outbox if it is alone', () => {
    expect(isShareFull([of('a', 999)], 'a', 1_000)).toBe(false);
    expect(isShareFull([of('a', 1_000)], 'a', 1_000)).toBe(true);
  });

  it('matters only once half of the outbox is full, and then only to who has more than an equal part', () => {
    const waiting = (busy: number) => [of('a', busy / 2), of('a', busy / 2), of('b', 40), of('c', 60)];
    expect(isShareFull(waiting(390), 'a', 1_000)).toBe(false);
    expect(isShareFull(waiting(400), 'a', 1_000)).toBe(true);
    expect(['b', 'c', 'd'].map((other) => isShareFull(waiting(800), other, 1_000))).toEqual([
      ...[false, false, false],
    ]);
  });

  it('sums its destinations', () => {
    expect(pendingOf([of('a', 2), of('b', 40), of('a', 5)], 'a')).toBe(7);
  });
});

describe('the share of an attempt', () => {
  it('is a hundredth of the outbox, but at least what four weeks make', () => {
    expect([1_000, 50_000, 250_000].map(attemptShare)).toEqual([500, 500, 2_500]);
  });
});
