import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../../scenarios/kit/measurement-types.ts';
import { placeOnBar, viewLevel } from '../../../../scenarios/measurement/zones.ts';

const cuts = [-1, 0.2, 1.4] as const;

describe('a position on the bar of four zones', () => {
  it('is between two zones for an ability at a cut', () => {
    expect(cuts.map((cut) => placeOnBar(cut, cuts))).toEqual([25, 50, 75]);
  });

  it('is the middle of a zone halfway between two cuts', () => {
    expect(placeOnBar(-0.4, cuts)).toBe(38);
    expect(placeOnBar(0.8, cuts)).toBe(63);
  });

  it('stays on the bar for every ability', () => {
    expect([-6, 6].map((ability) => placeOnBar(ability, cuts))).toEqual([0, 100]);
  });

  it('never moves left when the ability increases', () => {
    const ability = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(ability, ability, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(placeOnBar(low, cuts)).toBeLessThanOrEqual(placeOnBar(high, cuts));
      }),
    );
  });
});

describe('an estimate for display', () => {
  it('has level, neighbouring level and band, but no logit', () => {
    const estimate: Estimate = {
      theta: 0.3,
      se: 0.4,
      band: [-0.2, 0.8],
      levelShares: [0, 0.4, 0.55, 0.05],
      level: 3,
      between: 2,
      items: 9,
    };
    expect(viewLevel(estimate, cuts)).toEqual({ level: 3, between: 2, from: 42, at: 52, to: 63 });
  });
});
