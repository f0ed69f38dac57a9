/**
 * Figures published with their data, numbered P1 to P10, and toy figures of catr-figures.ts. P3 and P4 are
 * with the calibration tests. Other models (three parameters in P7) use the same estimators through the
 * likelihood of an answer. Differences in the last decimal are noted beside the figure.
 */
import { describe, expect, it } from 'vitest';
import { changeBetween, reliableChange } from '../../../../scenarios/measurement/change.ts';
import { chiSquareTail } from '../../../../scenarios/psychometrics/chi-square.ts';
import {
  generalisedMantelHaenszel,
  mantel,
  mantelHaenszel,
} from '../../../../scenarios/psychometrics/dif.ts';
import { likelihoodOf, type Likelihood } from '../../../../scenarios/measurement/likelihood.ts';
import {
  maximumLikelihood,
  maximumPosterior,
  weightedLikelihood,
} from '../../../../scenarios/measurement/point-estimates.ts';
import { posteriorOf, summarise } from '../../../../scenarios/measurement/posterior.ts';
import {
  cronbachAlpha,
  eapReliability,
  wleReliability,
} from '../../../../scenarios/psychometrics/reliability.ts';
import { mean, variance } from '../../../../scenarios/psychometrics/statistics.ts';
import { estimateSumScores } from '../../../../scenarios/psychometrics/sum-score.ts';
import type { ItemParameters } from '../../../../scenarios/kit/measurement-types.ts';
import { answers, bank1 } from '../../../support/measurement/bank.ts';
import { catrFigures } from '../../../support/measurement/catr-figures.ts';
import { lsat7, ucbAdmissions } from '../../../support/measurement/published-data.ts';

/** Two-parameter items of mirt's test-01 on LSAT7: slopes a and intercepts d, so b = −d/a. */
const lsat7Items = [
  [0.9879, 1.8561],
  [1.0808, 0.808],
  [1.706, 1.8043],
  [0.7651, 0.486],
  [0.7358, 1.8545],
].map(([slope = 0, intercept = 0], index): ItemParameters => {
  const steps = [-intercept / slope];
  return { scenario: `q${index + 1}`, dimension: 'INF', slope, steps, provenance: 'calibrated' };
});
const standard = { mean: 0, sd: 1 };

describe('P1: EAP of sum scores on LSAT7 (mirt, EAPsum), within 0.001', () => {
  const found = estimateSumScores(lsat7Items, standard, { from: -6, to: 6, nodes: 61 });

  it.each([
    [0, -1.8698, 0.6927, 10.09],
    [1, -1.4319, 0.6839, 44.66],
    [2, -0.9488, 0.6942, 109.77],
    [3, -0.4132, 0.7211, 207.74],
    [4, 0.1517, 0.7588, 319.19],
    [5, 0.7272, 0.8009, 308.55],
  ])('%i points: θ %f, error %f, %f of 1000 persons', (points, theta, se, persons) => {
    const one = found[points];
    expect(Math.abs((one?.theta ?? NaN) - theta)).toBeLessThan(0.001);
    expect(Math.abs((one?.se ?? NaN) - se)).toBeLessThan(0.001);
    // Parameters with four decimals give the number of persons to about one hundredth.
    expect(Math.abs(1000 * (one?.share ?? NaN) - persons)).toBeLessThan(0.011);
  });

  it('shares are those of everybody', () => {
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});

describe('P2: EAP of patterns on LSAT7 (mirt, within 0.01; by the parameters of P1, to 4 decimals)', () => {
  it.each([
    ['00000', -1.8666, -1.8699],
    ['00001', -1.5267, -1.5272],
    ['00010', -1.5134, -1.5139],
    ['00011', -1.1852, -1.1853],
    ['00100', -1.0947, -1.0946],
    ['00101', -0.7667, -0.7666],
  ])('gives the published estimate: %s', (pattern, published, byRounded) => {
    const responses = answers(lsat7Items, Array.from(pattern, Number));
    const { theta } = summarise(
      posteriorOf(responses.map(likelihoodOf), standard, { from: -6, to: 6, nodes: 61 }),
    );
    expect(Math.abs(theta - published)).toBeLessThan(0.01);
    expect(theta).toBeCloseTo(byRounded, 4);
  });
});

/**
 * An answer to a three-parameter item: P = c + (1 − c) / (1 + exp(−a(θ − b))); J = P′P″ / (PQ) (Warm 1989).
 */
function threeParameters(a: number, b: number, c: number, isRight: boolean): Likelihood {
  const at = (theta: number): { p: number; first: number; second: number } => {
    const logistic = 1 / (1 + Math.exp(-a * (theta - b)));
    const first = (1 - c) * a * logistic * (1 - logistic);
    return { p: c + (1 - c) * logistic, first, second: first * a * (1 - 2 * logistic) };
  };
  return {
    logProbability: (theta) => Math.log(isRight ? at(theta).p : 1 - at(theta).p),
    derivatives: (theta) => {
      const { p, first, second } = at(theta);
      const spread = p * (1 - p);
      const score = (((isRight ? 1 : 0) - p) * first) / spread;
      return { score, information: first ** 2 / spread, warm: (first * second) / spread };
    },
  };
}

describe('P7: three questions of catR’s tcals, answered right, wrong, right (catR; jsCAT’s own test)', () => {
  const three = [
    threeParameters(2.225, -1.885, 0.21, true),
    threeParameters(1.174, -2.411, 0.212, false),
    threeParameters(2.104, -2.439, 0.192, true),
  ];

  it('ML −1.642285 with error .8236', () => {
    const { theta, se } = maximumLikelihood(three);
    expect(theta).toBeCloseTo(-1.642285, 4);
    expect(theta).toBeCloseTo(-1.6423, 4);
    expect(se).toBeCloseTo(0.8236, 4);
  });

  it('WLE −1.8327', () => {
    expect(weightedLikelihood(three).theta).toBeCloseTo(-1.8327, 4);
  });

  it('MAP −.8170 by N(0, 1)', () => {
    expect(maximumPosterior(three, standard).theta).toBeCloseTo(-0.817, 4);
  });

  it('EAP −.6845 by N(0, 1) on 33 places from −4 to 4', () => {
    const { theta } = summarise(posteriorOf(three, standard, { from: -4, to: 4, nodes: 33 }));
    // −.68444958 here; published as −.6845, which is four ten-millionths beyond half a unit of its last
    // decimal.
    expect(Math.abs(theta + 0.6845)).toBeLessThan(0.0000505);
  });
});

describe('P9: admissions to Berkeley by department (R, mantelhaen.test)', () => {
  const strata = Object.values(ucbAdmissions).map(([menIn, menOut, womenIn, womenOut]) => {
    return { reference: [menOut, menIn], focal: [womenOut, womenIn] };
  });
  const found = mantelHaenszel(strata);

  it('χ² 1.4269 with correction and 1.5246 without, odds ratio .9047, D .2354', () => {
    expect(found?.chiSquare).toBeCloseTo(1.4269, 4);
    expect(found?.chiSquareUncorrected).toBeCloseTo(1.5246, 4);
    expect(found?.oddsRatio).toBeCloseTo(0.9047, 4);
    expect(found?.delta).toBeCloseTo(0.2354, 4);
  });

  it('is class A, and the general test of two answers is the uncorrected one', () => {
    expect(found?.class).toBe('A');
    expect(generalisedMantelHaenszel(strata)?.chiSquare).toBeCloseTo(1.5246, 4);
    expect(mantel(strata)?.chiSquare).toBeCloseTo(1.5246, 4);
  });
});

describe('P10: Cronbach’s α of LSAT7 (psych)', () => {
  it('is .4534', () => {
    const rows = Object.entries(lsat7).flatMap(([pattern, count]) =>
      Array.from({ length: count }, () => Array.from(pattern, Number)),
    );
    expect(rows).toHaveLength(1000);
    expect(cronbachAlpha(rows)).toBeCloseTo(0.4534, 4);
  });
});

describe('figures calculated by hand', () => {
  it('match for reliability', () => {
    const { theta, se, ...figures } = catrFigures.reliability_toy;
    const persons = theta.map((one, index) => ({ theta: one, se: se[index] ?? NaN }));
    expect(variance(theta)).toBeCloseTo(figures.var, 6);
    expect(mean(se.map((one) => one ** 2))).toBeCloseTo(figures.meanSE2, 6);
    // .7491815 and .7994765, published as .749182 and .799477.
    expect(Math.abs((wleReliability(persons) ?? NaN) - figures.WLErel)).toBeLessThan(1e-6);
    expect(Math.abs((eapReliability(persons) ?? NaN) - figures.EAPrel)).toBeLessThan(1e-6);
  });

  it('match for Mantel’s test, its standardised difference and the general test', () => {
    const { ref, foc, chi2, p, SMD, pooledSD, CMH_general } = catrFigures.mantel_toy;
    const strata = ref.map((reference, index) => ({ reference, focal: foc[index] ?? [] }));
    const found = mantel(strata);
    expect(found?.chiSquare).toBeCloseTo(chi2, 6);
    expect(found?.p).toBeCloseTo(p, 6);
    // Published as −.154546; −.17/1.1 is −.15454545….
    expect(Math.abs((found?.smd ?? NaN) - SMD)).toBeLessThan(1e-6);
    expect(found?.sd).toBeCloseTo(pooledSD, 6);
    expect(found?.class).toBe('AA');
    const general = generalisedMantelHaenszel(strata);
    expect(general?.chiSquare).toBeCloseTo(CMH_general[0], 3);
    expect([general?.df, general?.p]).toEqual([CMH_general[1], expect.closeTo(CMH_general[2], 3)]);
  });

  it('match for change', () => {
    const { t, se, RC } = catrFigures.RC_toy;
    const [first, second] = [
      { theta: t[0], se: se[0] },
      { theta: t[1], se: se[1] },
    ];
    expect(reliableChange(first, second)).toBeCloseTo(RC, 6);
    expect([changeBetween(first, second), changeBetween(second, first)]).toEqual(['progress', 'decline']);
  });
});

describe('the whole bank 1', () => {
  const found = estimateSumScores(bank1.items, bank1.prior);

  it.each([
    [10, -2.1, 0.31],
    [20, -1.34, 0.25],
    [40, -0.35, 0.21],
    [50, 0.08, 0.21],
    [60, 0.51, 0.21],
    [70, 1.01, 0.23],
    [80, 1.65, 0.28],
  ])('%i points are θ %f with error %f', (points, theta, se) => {
    expect(found[points]?.theta).toBeCloseTo(theta, 2);
    expect(found[points]?.se).toBeCloseTo(se, 2);
  });

  it('30 points are θ −.80486 with error .22: the table says −.81, which is −.805 rounded once more', () => {
    expect(found[30]?.theta).toBeCloseTo(-0.80486, 5);
    expect(Math.abs((found[30]?.theta ?? NaN) + 0.81)).toBeLessThan(0.0052);
    expect(found[30]?.se).toBeCloseTo(0.22, 2);
  });

  it('has 36 items and 93 points', () => {
    expect([bank1.items.length, found.length - 1]).toEqual([36, 93]);
  });
});

describe('the tail of χ²', () => {
  // Textbook quantiles for 5 %, 1 % and 0.1 %.
  it.each([
    [3.841459, 1, 0.05],
    [5.991465, 2, 0.05],
    [9.487729, 4, 0.05],
    [6.634897, 1, 0.01],
    [18.467, 4, 0.001],
  ])('%f with %i degrees of freedom is %f', (value, df, tail) => {
    expect(chiSquareTail(value, df)).toBeCloseTo(tail, 6);
  });

  it('is exp(−x/2) with two degrees, and whole at 0', () => {
    for (const value of [0.01, 1, 5, 40, 300]) {
      expect(chiSquareTail(value, 2) / Math.exp(-value / 2)).toBeCloseTo(1, 10);
    }
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});
