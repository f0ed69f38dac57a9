import { describe, expect, it } from 'vitest';
import { planTorments } from '../../chaos/torments.ts';

const kindsOf = (plan: ReturnType<typeof planTorments>): Set<string> =>
  new Set(plan.map(({ torment }) => torment.kind));

describe('a plan of failures to inject', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planTorments(7, 2, 1)).toEqual(planTorments(7, 2, 1));
    expect(planTorments(8, 2, 1)).not.toEqual(planTorments(7, 2, 1));
  });

  it('is within its minutes, in order', () => {
    const times = planTorments(7, 2, 1).map(({ atMs }) => atMs);
    expect(times.length).toBeGreaterThan(30);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThan(120_000);
  });

  it('has every kind of failure within two minutes, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(kindsOf(planTorments(seed, 1.5, 1))).toEqual(
        new Set(['kill', 'store', 'lms', 'cut', 'lose-answers', 'dark']),
      );
    }
  });

  it('kills every process of a larger installation', () => {
    const killed = planTorments(3, 5, 5).flatMap(({ torment }) =>
      torment.kind === 'kill' ? [torment.unit] : [],
    );
    expect(new Set(killed)).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
