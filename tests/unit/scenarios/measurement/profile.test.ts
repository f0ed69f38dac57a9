import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../../scenarios/measurement/change.ts';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import { estimateMap, estimateMl, estimateWle } from '../../../../scenarios/measurement/point-estimates.ts';
import { inverse, times } from '../../../../scenarios/psychometrics/linear.ts';
import { type Dimension, dimensions } from '../../../../scenarios/kit/dimensions.ts';
import { estimateProfile } from '../../../../scenarios/psychometrics/multidimensional.ts';
import type { ItemParameters } from '../../../../scenarios/kit/measurement-types.ts';
import { answers, bank1, eight, itemOf } from '../../../support/measurement/bank.ts';
import { catrFigures } from '../../../support/measurement/catr-figures.ts';

const { play, ...figures } = catrFigures.numplus_example;
const played = Object.entries(play).flatMap(([scene, points]) =>
  Object.entries(points).map(([dimension, earned]) => ({
    item: itemOf(scene.toLowerCase(), dimension as Dimension),
    points: earned,
  })),
);

describe('the profile of the worked example (catr-figures.ts, MDMAP_rho.7)', () => {
  const { composite, ...expected } = figures['MDMAP_rho.7'];
  const found = estimateProfile(played, bank1);

  it.each(Object.entries(expected))('has the published figures: %s', (dimension, [theta, se]) => {
    const one = found.dimensions[dimension as Dimension];
    expect(one.theta).toBeCloseTo(theta, 4);
    expect(one.se).toBeCloseTo(se, 4);
  });

  it('has the composite, after at most 5 steps', () => {
    expect(found.composite.theta).toBeCloseTo(composite[0], 4);
    expect(found.composite.se).toBeCloseTo(composite[1], 4);
    expect(found.steps).toBeLessThanOrEqual(5);
  });
});

describe('a profile', () => {
  it('is the MAP of each dimension alone without correlation', () => {
    const found = estimateProfile(played, bank1, 0);
    for (const dimension of dimensions) {
      const alone = estimateMap(
        played.filter(({ item }) => item.dimension === dimension),
        bank1.prior,
      );
      expect(found.dimensions[dimension].theta).toBeCloseTo(alone.theta, 8);
      expect(found.dimensions[dimension].se).toBeCloseTo(alone.se, 8);
    }
  });

  it('is the prior without answers', () => {
    const { dimensions: profile, composite } = estimateProfile([], bank1);
    expect(profile.SEC).toEqual({ theta: 0, se: expect.closeTo(1.2, 10) as number });
    // √(1.44 · (1 + 5 · 0.7) / 6)
    expect(composite.se).toBeCloseTo(Math.sqrt((1.44 * 4.5) / 6), 10);
  });

  it('is found for steep items too, where a full step would overshoot', () => {
    const steep = bank1.items.map((item) => ({ ...item, slope: 8 }));
    const found = estimateProfile(
      steep.map((item) => ({ item, points: item.steps.length })),
      bank1,
    );
    const all = dimensions.map((dimension) => found.dimensions[dimension].theta);
    expect(all.every((theta) => theta > 0.5 && theta < 6)).toBe(true);
    expect(found.steps).toBeLessThan(100);
  });

  it('throws for an impossible correlation', () => {
    expect(() => estimateProfile(played, bank1, 1)).toThrow(RangeError);
    expect(() => estimateProfile(played, bank1, -0.3)).toThrow(RangeError);
  });
});

describe('a matrix inverse', () => {
  it('gives 1 multiplied by its matrix, and does not exist if the matrix is not positive definite', () => {
    const matrix = [
      [4, 1, 0.5],
      [1, 3, -1],
      [0.5, -1, 2],
    ];
    const found = inverse(matrix) ?? [];
    const columns = [0, 1, 2].map((place) =>
      times(
        matrix,
        found.map((row) => row[place] ?? NaN),
      ),
    );
    columns.flat().forEach((value, index) => {
      expect(value).toBeCloseTo(index % 4 === 0 ? 1 : 0, 12);
    });
    expect(
      inverse([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(
      inverse([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(inverse([[0]])).toBeNull();
  });
});

describe('point estimates in difficult cases', () => {
  const dichotomous = (step: number, slope = 1): ItemParameters => {
    return { scenario: `b${step}`, dimension: 'OUT', slope, steps: [step], provenance: 'calibrated' };
  };

  it('ML is null without an answer, without points, or with all points', () => {
    expect(estimateMl([])).toBeNull();
    expect(estimateMl(answers(eight, catrFigures.patterns.all0))).toBeNull();
    expect(estimateMl(answers(eight, catrFigures.patterns.max))).toBeNull();
  });

  it('WLE of one right answer is where P is ¾, as computed by hand from Warm’s formula', () => {
    expect(estimateWle([{ item: dichotomous(0), points: 1 }])?.theta).toBeCloseTo(Math.log(3), 8);
    expect(estimateWle([{ item: dichotomous(1, 2), points: 0 }])?.theta).toBeCloseTo(1 - Math.log(3) / 2, 8);
    expect(estimateWle([])).toBeNull();
  });

  it('WLE chooses the higher of two maxima if items are far apart', () => {
    // One easy and two hard items, the hard ones with 0 points: the likelihood is skewed.
    const far = [dichotomous(-6), dichotomous(6), dichotomous(6)];
    const top = estimateWle(answers(far, [1, 0, 1]))?.theta ?? NaN;
    const other = estimateWle(answers(far, [1, 0, 0]))?.theta ?? NaN;
    expect(Math.abs(top - 6)).toBeLessThan(0.1);
    const weighted = (theta: number): number => {
      const p = (step: number): number => 1 / (1 + Math.exp(step - theta));
      const spread = (step: number): number => p(step) * (1 - p(step));
      return p(-6) * (1 - p(6)) ** 2 * Math.sqrt(spread(-6) + 2 * spread(6));
    };
    const best = Array.from({ length: 2401 }, (_, index) => -12 + index / 100).reduce((one, theta) =>
      weighted(theta) > weighted(one) ? theta : one,
    );
    expect(Math.abs(other - best)).toBeLessThan(0.011);
  });

  it('EAP stays reasonable if an answer is nearly impossible', () => {
    const sharp = [dichotomous(-9, 10), dichotomous(9, 10)];
    const { theta, se } = estimateEap(answers(sharp, [0, 1]), bank1);
    expect([theta, se].every(Number.isFinite)).toBe(true);
  });
});

describe('change between attempts', () => {
  const at = (theta: number): { theta: number; se: number } => ({ theta, se: 0.3 });
  const error = Math.hypot(0.3, 0.3);

  it.each([
    [1.97, 'clear-progress'],
    [1.95, 'progress'],
    [1.29, 'progress'],
    [1.27, 'stable'],
    [0, 'stable'],
    [-1.27, 'stable'],
    [-1.29, 'decline'],
  ] as const)('of %f errors is %s', (errors, name) => {
    expect(changeBetween(at(0.2), at(0.2 + errors * error))).toBe(name);
  });
});
