/**
 * Figures of catR (R) for polytomous items. Source: catr-figures.ts, compared to the decimals
 * given there. Differences:
 * - ML of « low »: catR's search ends at −1.86973, within 0.0001 of the root −1.86975.
 * - Level shares count a node on a cut as the level above. We split it; both are compared
 * below, ours with a grid a hundred times as fine.
 */
import { describe, expect, it } from 'vitest';
import { estimateMap, estimateMl, estimateWle } from '../../../../scenarios/measurement/point-estimates.ts';
import { levelShares } from '../../../../scenarios/measurement/levels.ts';
import { likelihoodOf, sumDerivatives } from '../../../../scenarios/measurement/likelihood.ts';
import {
  categoryProbabilities,
  information,
  testInformation,
} from '../../../../scenarios/measurement/models.ts';
import {
  posteriorOf,
  standardGrid,
  summarise,
  type Grid,
  type Posterior,
} from '../../../../scenarios/measurement/posterior.ts';
import type { Response } from '../../../../scenarios/kit/measurement-types.ts';
import { answers, bank1, eight } from '../../../support/measurement/bank.ts';
import { catrFigures } from '../../../support/measurement/catr-figures.ts';

type Pattern = keyof typeof catrFigures.patterns;
type Pair = readonly [number, number];

const patterns = Object.fromEntries(
  Object.entries(catrFigures.patterns).map(([name, points]) => [name, answers(eight, points)]),
) as Record<Pattern, Response[]>;

/** Half a unit of the fifth decimal, to which most figures are given (some to the fourth). */
function expectPair(found: { theta: number; se: number } | null, expected: Pair, digits = 5): void {
  expect(found?.theta).toBeCloseTo(expected[0], digits);
  expect(found?.se).toBeCloseTo(expected[1], digits);
}

const entries = <Value>(table: Readonly<Record<string, Value>>): [Pattern, Value][] =>
  Object.entries(table) as [Pattern, Value][];

function eap(responses: readonly Response[], sd: number, grid: Grid = standardGrid): Posterior {
  return posteriorOf(responses.map(likelihoodOf), { mean: 0, sd }, grid);
}

describe('probabilities and information of catR', () => {
  it.each([
    ['prob_PCM_b(-1,0,1)', { slope: 1, steps: [-1, 0, 1] }],
    ['prob_GPCM_a1.5_b(-0.5,0.8)', { slope: 1.5, steps: [-0.5, 0.8] }],
    ['prob_disordered_a0.8_b(1,-1)', { slope: 0.8, steps: [1, -1] }],
  ] as const)('are those of %s', (name, item) => {
    for (const [theta, figures] of Object.entries(catrFigures[name])) {
      const numbers = (figures as readonly (number | string)[]).filter((one) => typeof one === 'number');
      const found = [...categoryProbabilities(item, Number(theta)), information(item, Number(theta))];
      expect(found).toHaveLength(numbers.length);
      found.forEach((value, index) => {
        expect(value).toBeCloseTo(numbers[index] ?? NaN, 6);
      });
    }
  });

  it('match for eight items, one by one at 0 and together from −2 to 2', () => {
    eight.forEach((item, index) => {
      expect(information(item, 0)).toBeCloseTo(catrFigures.item_info_theta0[index] ?? NaN, 5);
    });
    for (const [theta, sum] of Object.entries(catrFigures.test_info)) {
      expect(testInformation(eight, Number(theta))).toBeCloseTo(sum, 5);
    }
  });
});

describe('estimates of catR', () => {
  it.each(entries(catrFigures.WLE))('match for WLE of « %s »', (name, expected) => {
    expectPair(estimateWle(patterns[name]), expected, 4);
  });

  it.each(entries(catrFigures.ML))('match for ML of « %s »', (name, expected) => {
    expectPair(estimateMl(patterns[name]), expected, name === 'low' ? 4 : 5);
  });

  it('differ for ML of « low », which is where the score is 0 here', () => {
    const score = (theta: number): number => sumDerivatives(patterns.low.map(likelihoodOf), theta).score;
    expect(Math.abs(score(estimateMl(patterns.low)?.theta ?? NaN))).toBeLessThan(1e-8);
    expect(Math.abs(score(catrFigures.ML.low[0]))).toBeGreaterThan(2e-5);
  });

  it.each(entries(catrFigures.MAP_N01))('match for MAP of « %s » with N(0, 1)', (name, expected) => {
    expectPair(estimateMap(patterns[name], { mean: 0, sd: 1 }), expected);
  });

  it.each(entries(catrFigures['MAP_sd1.2']))('match for MAP of « %s » with N(0, 1.2²)', (name, expected) => {
    expectPair(estimateMap(patterns[name], { mean: 0, sd: 1.2 }), expected);
  });

  it.each(entries(catrFigures['EAP_N01_121nodes_-6..6']))(
    'match for EAP of « %s » with N(0, 1)',
    (name, expected) => {
      expectPair(summarise(eap(patterns[name], 1)), expected);
    },
  );

  it.each(entries(catrFigures['EAP_N01_33nodes_-4..4']))(
    'match for EAP of « %s » on 33 nodes',
    (name, expected) => {
      expectPair(summarise(eap(patterns[name], 1, { from: -4, to: 4, nodes: 33 })), expected, 4);
    },
  );

  it.each(entries(catrFigures['EAP_sd1.2_121']))(
    'match for EAP of « %s » with N(0, 1.2²)',
    (name, expected) => {
      expectPair(summarise(eap(patterns[name], 1.2)), expected);
    },
  );

  it('match for « mid » with N3 and N6 missing', () => {
    const missing = patterns.mid.filter(({ item }) => !['N3', 'N6'].includes(item.scenario));
    const figures = catrFigures.missing_N3_N6_of_mid;
    expect(missing).toHaveLength(6);
    expectPair(estimateMl(missing), figures.ML, 4);
    expectPair(estimateWle(missing), figures.WLE);
    expectPair(estimateMap(missing, { mean: 0, sd: 1 }), figures.MAP_N01);
    expectPair(summarise(eap(missing, 1)), figures.EAP_N01);
  });

  it('match item by item when the most informative item is next: order, estimate and error', () => {
    const waiting = new Map(eight.map((item, index) => [index + 1, item]));
    const taken: Response[] = [];
    let theta = 0;
    for (const [number, expectedTheta, expectedError] of catrFigures.CAT_MFI_on_mid_start0_EAP121) {
      const best = [...waiting].reduce((one, other) =>
        information(other[1], theta) > information(one[1], theta) ? other : one,
      );
      expect(best[0]).toBe(number);
      waiting.delete(best[0]);
      taken.push({ item: best[1], points: catrFigures.patterns.mid[best[0] - 1] ?? NaN });
      const found = summarise(eap(taken, 1));
      expectPair(found, [expectedTheta, expectedError]);
      theta = found.theta;
    }
    expect(waiting.size).toBe(0);
  });
});

describe('level shares', () => {
  const figures = entries(catrFigures['Plevel_sd1.2_cuts(-1,.2,1.4)_tol.02']);

  it.each(figures)(
    'of « %s » are the figures if a node on a cut belongs to the level above',
    (name, expected) => {
      const { nodes, weights } = eap(patterns[name], 1.2);
      const shares = [0, 0, 0, 0];
      nodes.forEach((node, index) => {
        const level = bank1.cuts.filter((cut) => node > cut - 1e-9).length;
        shares[level] = (shares[level] ?? 0) + (weights[index] ?? 0);
      });
      shares.forEach((share, level) => {
        // The stated tolerance is 0.02; its third decimals are rounded so that 0.002 + … + 0.322 is 1.001.
        expect(Math.abs(share - (expected[level] ?? NaN))).toBeLessThan(0.001);
      });
    },
  );

  it.each(figures)('of « %s » are those of a very fine grid if such a node is split', (name) => {
    const shares = levelShares(eap(patterns[name], 1.2), bank1.cuts);
    const fine = levelShares(eap(patterns[name], 1.2, { from: -6, to: 6, nodes: 12_001 }), bank1.cuts);
    shares.forEach((share, level) => {
      expect(Math.abs(share - (fine[level] ?? NaN))).toBeLessThan(0.0015);
    });
  });
});
