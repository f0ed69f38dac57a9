/**
 * Properties of every bank and all answers: more points never lower an estimate, order does not matter,
 * missing is not 0.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../../scenarios/kit/dimensions.ts';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import {
  categoryProbabilities,
  expectedPoints,
  information,
  informationDerivative,
  logProbability,
} from '../../../../scenarios/measurement/models.ts';
import { estimateProfile } from '../../../../scenarios/psychometrics/multidimensional.ts';
import {
  estimateMap,
  estimateMl,
  estimateWle,
  abilityLimit,
} from '../../../../scenarios/measurement/point-estimates.ts';
import { expectedShare, scoreAt } from '../../../../scenarios/measurement/score.ts';
import type { Estimate, ItemParameters, Response } from '../../../../scenarios/kit/measurement-types.ts';
import { bank1 } from '../../../support/measurement/bank.ts';

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Items as a calibration might find them, including steep, flat and disordered ones. */
const item: fc.Arbitrary<ItemParameters> = fc
  .record({
    slope: number(0.1, 5),
    steps: fc.array(number(-5, 5), { minLength: 1, maxLength: 4 }),
    dimension: fc.constantFrom(...dimensions),
    provenance: fc.constantFrom('expert-guess' as const, 'calibrated' as const),
  })
  .map((parameters) => ({ scenario: 's', ...parameters }));

const response: fc.Arbitrary<Response> = item.chain((one) =>
  fc.record({ item: fc.constant(one), points: fc.nat(one.steps.length) }),
);
const responses = fc.array(response, { minLength: 1, maxLength: 20 });

/** Answers, and the index of one that could have one more point. */
const improvable = responses
  .map((list) => ({
    list,
    places: list.flatMap(({ item: { steps }, points }, place) => (points < steps.length ? [place] : [])),
  }))
  .filter(({ places }) => places.length > 0)
  .chain(({ list, places }) => fc.record({ list: fc.constant(list), place: fc.constantFrom(...places) }));

const improve = (list: readonly Response[], place: number): Response[] =>
  list.map((one, index) => (index === place ? { ...one, points: one.points + 1 } : one));

const eap = (list: readonly Response[]): Estimate => estimateEap(list, bank1);

describe('the model', () => {
  it('gives probabilities that sum to 1, and match the logarithms of the other function', () => {
    fc.assert(
      fc.property(item, number(-30, 30), (one, theta) => {
        const probabilities = categoryProbabilities(one, theta);
        expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        probabilities.forEach((share, points) => {
          expect(Math.exp(logProbability(one, points, theta))).toBeCloseTo(share, 10);
        });
      }),
    );
  });

  it('expects more points of a greater ability, with a slope of I/a, and has the derivative of I', () => {
    fc.assert(
      fc.property(item, number(-5, 5), (one, theta) => {
        const h = 1e-5;
        const rise = (expectedPoints(one, theta + h) - expectedPoints(one, theta - h)) / (2 * h);
        expect(rise).toBeCloseTo(information(one, theta) / one.slope, 4);
        expect(rise).toBeGreaterThanOrEqual(-1e-9);
        const change = (information(one, theta + h) - information(one, theta - h)) / (2 * h);
        expect(change).toBeCloseTo(informationDerivative(one, theta), 3);
      }),
    );
  });
});

describe('an estimate', () => {
  it('never decreases with an additional point', () => {
    fc.assert(
      fc.property(improvable, ({ list, place }) => {
        const better = improve(list, place);
        expect(eap(better).theta).toBeGreaterThan(eap(list).theta);
        expect(eap(better).level).toBeGreaterThanOrEqual(eap(list).level);
        const map = (all: readonly Response[]): number => estimateMap(all, bank1.prior).theta;
        expect(map(better)).toBeGreaterThanOrEqual(map(list) - 1e-9);
        const wle = (all: readonly Response[]): number => estimateWle(all)?.theta ?? NaN;
        expect(wle(better)).toBeGreaterThanOrEqual(wle(list) - 1e-9);
        const [before, after] = [estimateMl(list), estimateMl(better)];
        if (before !== null && after !== null)
          expect(after.theta).toBeGreaterThanOrEqual(before.theta - 1e-9);
      }),
    );
  });

  it('in one dimension never decreases one in another when they are correlated', () => {
    fc.assert(
      fc.property(improvable, ({ list, place }) => {
        const [before, after] = [estimateProfile(list, bank1), estimateProfile(improve(list, place), bank1)];
        for (const dimension of dimensions) {
          const gain = after.dimensions[dimension].theta - before.dimensions[dimension].theta;
          expect(gain).toBeGreaterThanOrEqual(-1e-7);
        }
        expect(after.composite.theta).toBeGreaterThan(before.composite.theta);
      }),
      { numRuns: 40 },
    );
  });

  it('increases with an item with all points, decreases with one without points, ignores a missing one', () => {
    fc.assert(
      fc.property(responses, item, (list, extra) => {
        const missing = eap(list).theta;
        const full = eap([...list, { item: extra, points: extra.steps.length }]).theta;
        const none = eap([...list, { item: extra, points: 0 }]).theta;
        expect(full).toBeGreaterThan(missing);
        expect(none).toBeLessThan(missing);
      }),
    );
  });

  it('as a point estimate does so too; MAP changes also when the item is missing', () => {
    fc.assert(
      fc.property(responses, item, (list, extra) => {
        const full = [...list, { item: extra, points: extra.steps.length }];
        const none = [...list, { item: extra, points: 0 }];
        const map = (all: readonly Response[]): number => estimateMap(all, bank1.prior).theta;
        expect(map(full)).toBeGreaterThan(map(none));
        expect(map(full)).toBeGreaterThanOrEqual(map(list) - 1e-9);
        expect(map(none)).toBeLessThanOrEqual(map(list) + 1e-9);
        // A WLE need not lie between the two, because of Warm's correction.
        expect(estimateWle(full)?.theta).toBeGreaterThan(estimateWle(none)?.theta ?? NaN);
      }),
    );
  });

  it('of six dimensions together increases and decreases too, in the item’s dimension and overall', () => {
    fc.assert(
      fc.property(responses, item, (list, extra) => {
        const thetas = (all: readonly Response[]): number[] => {
          const { dimensions: own, composite } = estimateProfile(all, bank1);
          return [own[extra.dimension].theta, composite.theta];
        };
        const missing = thetas(list);
        const full = thetas([...list, { item: extra, points: extra.steps.length }]);
        const none = thetas([...list, { item: extra, points: 0 }]);
        for (const [at, theta] of missing.entries()) {
          expect(full[at]).toBeGreaterThan(none[at] ?? NaN);
          expect(full[at]).toBeGreaterThanOrEqual(theta - 1e-7);
          expect(none[at]).toBeLessThanOrEqual(theta + 1e-7);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(
        responses.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const [one, other] = [eap(list), eap(shuffled)];
          expect(other.theta).toBeCloseTo(one.theta, 9);
          expect(other.se).toBeCloseTo(one.se, 9);
          expect(
            other.levelShares.every((share, at) => Math.abs(share - (one.levelShares[at] ?? 0)) < 1e-9),
          ).toBe(true);
          expect(estimateWle(shuffled)?.theta).toBeCloseTo(estimateWle(list)?.theta ?? NaN, 6);
          expect(estimateMap(shuffled, bank1.prior).theta).toBeCloseTo(
            estimateMap(list, bank1.prior).theta,
            6,
          );
          const [ml, mlShuffled] = [estimateMl(list), estimateMl(shuffled)];
          expect(mlShuffled === null).toBe(ml === null);
          if (ml !== null) expect(mlShuffled?.theta).toBeCloseTo(ml.theta, 6);
        },
      ),
    );
  });

  it('of six dimensions does not depend on the order either, and is within its bounds', () => {
    fc.assert(
      fc.property(
        responses.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const [one, other] = [estimateProfile(list, bank1), estimateProfile(shuffled, bank1)];
          const pairs = dimensions.map(
            (dimension) => [one.dimensions[dimension], other.dimensions[dimension]] as const,
          );
          for (const [before, after] of [...pairs, [one.composite, other.composite] as const]) {
            expect(after.theta).toBeCloseTo(before.theta, 6);
            expect(after.se).toBeCloseTo(before.se, 6);
            expect(Math.abs(before.theta)).toBeLessThan(abilityLimit);
            expect(before.se).toBeGreaterThan(0);
            // An answer never makes an estimate less certain than the prior.
            expect(before.se).toBeLessThanOrEqual(bank1.prior.sd + 1e-9);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is finite and within its bounds, with shares that sum to 1', () => {
    fc.assert(
      fc.property(responses, (list) => {
        const { theta, se, band, levelShares } = eap(list);
        expect(Math.abs(theta)).toBeLessThan(6);
        expect(se).toBeGreaterThan(0);
        expect(se).toBeLessThan(6);
        expect(band[0] < theta && theta < band[1]).toBe(true);
        expect(levelShares.every((share) => share >= 0)).toBe(true);
        expect(levelShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const point of [estimateWle(list), estimateMap(list, bank1.prior), estimateMl(list)]) {
          if (point !== null) expect(Math.abs(point.theta)).toBeLessThanOrEqual(abilityLimit);
        }
      }),
    );
  });
});

describe('a score', () => {
  it('is an integer from 1 to 100, and increases with ability', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 20 }),
        number(-15, 15),
        number(0, 5),
        (items, theta, more) => {
          const [score, higher] = [scoreAt(items, theta), scoreAt(items, theta + more)];
          expect(Number.isInteger(score) && score >= 1 && score <= 100).toBe(true);
          expect(higher).toBeGreaterThanOrEqual(score);
          expect(expectedShare(items, theta + more)).toBeGreaterThanOrEqual(
            expectedShare(items, theta) - 1e-12,
          );
        },
      ),
    );
  });
});
