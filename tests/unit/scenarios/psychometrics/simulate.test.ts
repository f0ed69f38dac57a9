import { describe, expect, it } from 'vitest';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import { dimensions } from '../../../../scenarios/kit/dimensions.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import {
  type CohortOptions,
  type Precision,
  simulateCohort,
} from '../../../../scenarios/psychometrics/simulate.ts';
import {
  drawEarned,
  drawPoints,
  drawTruth,
  RunningEstimate,
  tabulateLikelihoods,
} from '../../../../scenarios/psychometrics/virtual-person.ts';
import { bank, catalogue, idOf, rules, written } from '../../../support/selection-sample.ts';

function cohort(change: Partial<CohortOptions>): CohortOptions {
  return { bank, scenes: catalogue, rules: null, persons: 500, correlation: 0.7, seed: 'test', ...change };
}

/**
 * From another program: 4,000 simulated persons, N(0, 1.2²), ρ = .7, EAP. Lowest and highest of
 * six dimensions.
 */
const published = [
  {
    form: '16 scenes',
    minutes: 75,
    numbers: catalogue.map(({ scenario }) => scenario.slice(0, 3)),
    sem: [0.5, 0.57],
    reliability: [0.77, 0.82],
    exact: [0.67, 0.72],
    near: [0.998, 0.998],
    composite: { sem: 0.23, reliability: 0.94, exact: 0.85 },
  },
  {
    form: '10 scenes',
    minutes: 51,
    numbers: ['s01', 's02', 's03', 's04', 's05', 's06', 's07', 's08', 's10', 's11'],
    sem: [0.58, 0.71],
    reliability: [0.65, 0.76],
    exact: [0.58, 0.68],
    near: [0.99, 0.99],
    composite: { sem: 0.29, reliability: 0.91, exact: 0.81 },
  },
  {
    form: '6 scenes',
    minutes: 31,
    numbers: ['s02', 's03', 's04', 's05', 's07', 's10'],
    sem: [0.68, 0.83],
    reliability: [0.53, 0.68],
    exact: [0.52, 0.62],
    near: [0.96, 0.99],
    composite: { sem: 0.37, reliability: 0.86, exact: 0.76 },
  },
] as const;

/**
 * Four standard errors of one figure with this many persons (2.8 of the difference of two), plus half a unit
 * of the last digit: of a root mean square x/√(2N), of a squared correlation 2ρ(1 − ρ²)/√N, of a share √(p(1
 * − p)/N).
 */
const tolerance = {
  sem: (value: number, persons: number) => (4 * value) / Math.sqrt(2 * persons) + 0.005,
  reliability: (value: number, persons: number) =>
    (8 * Math.sqrt(value) * (1 - value)) / Math.sqrt(persons) + 0.005,
  exact: (value: number, persons: number) => 4 * Math.sqrt((value * (1 - value)) / persons) + 0.005,
  near: (value: number, persons: number) => 4 * Math.sqrt((value * (1 - value)) / persons) + 0.005,
};

function expectClose(name: keyof typeof tolerance, found: number, stated: number, persons: number): void {
  const isClose = Math.abs(found - stated) <= tolerance[name](stated, persons);
  expect({ name, found, stated, isClose }).toMatchObject({ isClose: true });
}

describe('the published table of precision', () => {
  it.each(published)('is reproduced for $form, dimension by dimension', ({ numbers, minutes, ...stated }) => {
    const scenes = catalogue.filter(({ scenario }) => numbers.some((number) => idOf(number) === scenario));
    const persons = 4000;
    const found = simulateCohort(cohort({ scenes, persons }));
    expect(found.minutes).toBe(minutes);
    const each = (pick: (one: Precision) => number | null): number[] =>
      Object.values(found.dimensions).map((one) => pick(one) ?? NaN);
    for (const name of ['sem', 'reliability', 'exact', 'near'] as const) {
      const values = each((one) => one[name]);
      expectClose(name, Math.min(...values), stated[name][0], persons);
      // The table has one figure of levels at most one off for the long forms: a lower bound for each.
      if (name !== 'near') expectClose(name, Math.max(...values), stated[name][1], persons);
    }
  });

  it.each(published)('is reproduced for $form, all dimensions together', ({ numbers, composite }) => {
    const scenes = catalogue.filter(({ scenario }) => numbers.some((number) => idOf(number) === scenario));
    const persons = 1000;
    const { profile } = simulateCohort(cohort({ scenes, persons, withProfile: true }));
    for (const name of ['sem', 'reliability', 'exact'] as const) {
      expectClose(name, profile?.[name] ?? NaN, composite[name], persons);
    }
  });
});

describe('a simulated person', () => {
  it('has the same estimates as in reports', () => {
    const random = createRandom('known');
    const knowledge = new RunningEstimate(bank, tabulateLikelihoods(bank));
    const truth = drawTruth(bank, 0.7, random);
    for (const { scenario } of written) {
      const own = bank.items.filter((item) => item.scenario === scenario);
      knowledge.add(own.map((item) => ({ item, points: drawPoints(item, truth[item.dimension], random) })));
      const { abilities, responses } = knowledge;
      const whole = estimateEap(responses, bank);
      expect(abilities.overall.theta).toBeCloseTo(whole.theta, 9);
      expect(abilities.overall.se).toBeCloseTo(whole.se, 9);
      for (const dimension of dimensions) {
        const estimate = estimateEap(
          responses.filter(({ item }) => item.dimension === dimension),
          bank,
        );
        expect(abilities.dimensions[dimension].theta).toBeCloseTo(estimate.theta, 9);
        expect(abilities.dimensions[dimension].se).toBeCloseTo(
          estimate.items === 0 ? bank.prior.sd : estimate.se,
          6,
        );
      }
    }
  });

  it('earns points with the model’s probabilities', () => {
    const random = createRandom('points');
    const item = { ...bank.items[0], slope: 1, steps: [0] } as (typeof bank.items)[number];
    const draws = 20_000;
    const right = Array.from({ length: draws }, () => drawPoints(item, Math.log(3), random));
    const share = right.reduce((sum, points) => sum + points, 0) / draws;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / draws));
  });

  it('has abilities with the prior’s spread and the given correlation', () => {
    const random = createRandom('truth');
    const draws = 20_000;
    const pairs = Array.from({ length: draws }, () => drawTruth(bank, 0.7, random));
    const mean = (of: (one: (typeof pairs)[number]) => number): number =>
      pairs.reduce((sum, one) => sum + of(one), 0) / draws;
    const variance = mean(({ OUT }) => OUT ** 2);
    expect(Math.abs(variance - 1.44)).toBeLessThan(4 * 1.44 * Math.sqrt(2 / draws));
    const product = mean(({ OUT, SEC }) => OUT * SEC) / 1.44;
    expect(Math.abs(product - 0.7)).toBeLessThan(4 * Math.sqrt((1 + 0.7 ** 2) / draws));
  });
});

describe('a person who does not show what they can', () => {
  const scenes = written;
  const of = (player: 'honest' | 'careless' | 'random'): Precision =>
    simulateCohort(cohort({ scenes, player })).overall;

  it('has a lower level: careless than honest, random than careless', () => {
    const lowest = (['honest', 'careless', 'random'] as const).map((player) => of(player).levels[0] ?? NaN);
    expect(lowest).toEqual(lowest.toSorted((one, other) => one - other));
    expect(lowest[2]).toBeGreaterThan(0.8);
  });

  it('earns half of an honest person’s points if careless, and a quarter of all if random', () => {
    const random = createRandom('effort');
    const item = { ...bank.items[0], slope: 1, steps: [0, 0, 0, 0] } as (typeof bank.items)[number];
    const draws = 5_000;
    const meanOf = (player: 'careless' | 'random'): number =>
      Array.from({ length: draws }, () => drawEarned(player, item, 9, random)).reduce((a, b) => a + b, 0) /
      draws;
    // Four standard errors of a binomial mean of four points.
    expect(Math.abs(meanOf('careless') - 2)).toBeLessThan(4 * Math.sqrt(1 / draws));
    expect(Math.abs(meanOf('random') - 1)).toBeLessThan(4 * Math.sqrt(0.75 / draws));
  });
});

describe('an adaptive form', () => {
  const adaptive = simulateCohort(cohort({ rules }));

  it('gives everybody the core, and every other scene to somebody', () => {
    for (const { scenario, share } of adaptive.exposure) {
      const isCore = rules.core.includes(scenario);
      expect([scenario, isCore ? share === 1 : share > 0.05]).toEqual([scenario, true]);
    }
  });

  it('stops between eight and twelve scenes, within the hour', () => {
    expect(adaptive.scenes).toBeGreaterThanOrEqual(8);
    expect(adaptive.scenes).toBeLessThanOrEqual(12);
    expect(adaptive.minutes).toBeLessThan(65);
    const { precise, scenes, time } = adaptive.stops;
    expect(precise + scenes + time).toBeCloseTo(1, 9);
  });

  it('has a smaller overall error than a fixed form of the first twelve scenes, within chance', () => {
    const fixed = simulateCohort(cohort({ scenes: catalogue.slice(0, 12) }));
    expect(adaptive.overall.sem).toBeLessThan(fixed.overall.sem + tolerance.sem(fixed.overall.sem, 500));
  });

  it('plays all seven scenes that are written, in different orders', () => {
    const found = simulateCohort(cohort({ rules, scenes: written, persons: 50 }));
    expect([found.scenes, found.stops['nothing-left']]).toEqual([7, 1]);
  });

  it('gives the same cohort for the same seed, and another for another', () => {
    const small = (seed: string): unknown => simulateCohort(cohort({ rules, persons: 20, seed }));
    expect(small('a')).toEqual(small('a'));
    expect(small('a')).not.toEqual(small('b'));
  });
});
