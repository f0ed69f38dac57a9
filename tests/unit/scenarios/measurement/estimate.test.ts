import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../../../scenarios/kit/dimensions.ts';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import { estimateWle } from '../../../../scenarios/measurement/point-estimates.ts';
import { testInformation } from '../../../../scenarios/measurement/models.ts';
import { expectedShare, scoreAt } from '../../../../scenarios/measurement/score.ts';
import { nameLevel, levelAt } from '../../../../scenarios/measurement/levels.ts';
import { answers, bank1, bankWith, eight, itemOf } from '../../../support/measurement/bank.ts';
import { catrFigures } from '../../../support/measurement/catr-figures.ts';

const example = catrFigures.numplus_example;
const played = Object.entries(example.play).flatMap(([scene, dimensions]) =>
  Object.entries(dimensions).map(([dimension, points]) => ({
    item: itemOf(scene.toLowerCase(), dimension as Dimension),
    points,
  })),
);
const sure = bankWith({ difficultyDoubt: 0 });

describe('the worked example: six scenes on bank 1', () => {
  it.each(Object.entries(example['EAP_sd1.2']))('gives the published EAP of %s', (dimension, [theta, se]) => {
    const found = estimateEap(
      played.filter(({ item }) => item.dimension === dimension),
      sure,
    );
    expect(found.theta).toBeCloseTo(theta, 4);
    expect(found.se).toBeCloseTo(se, 4);
  });

  it.each(Object.entries(example.WLE))('gives the published WLE of %s', (dimension, [theta, se]) => {
    const found = estimateWle(played.filter(({ item }) => item.dimension === dimension));
    expect(found?.theta).toBeCloseTo(theta, 4);
    expect(found?.se).toBeCloseTo(se, 4);
  });
});

describe('the score', () => {
  // By another program; the cuts are in docs/researchers/en/measurement.md, Levels.
  it.each([
    [-3, 5],
    [-2, 13],
    [-1, 29],
    [-0.5, 40],
    [0, 52],
    [0.2, 57],
    [0.5, 64],
    [1, 75],
    [1.4, 82],
    [2, 89],
    [3, 96],
  ])('of θ = %f is %i', (theta, score) => {
    expect(scoreAt(bank1.items, theta)).toBe(score);
  });

  it('increases by 24.8 points per logit at 0, which is 100 I(0) of 93 points', () => {
    const rise = (expectedShare(bank1.items, 1e-4) - expectedShare(bank1.items, -1e-4)) / 2e-4;
    expect(100 * rise).toBeCloseTo(24.8, 1);
    expect((100 * testInformation(bank1.items, 0)) / 93).toBeCloseTo(100 * rise, 4);
  });

  it('is never 0 and never above 100', () => {
    expect([scoreAt(bank1.items, -15), scoreAt(bank1.items, 15)]).toEqual([1, 100]);
  });
});

describe('the uncertainty of guessed difficulties', () => {
  const all = eight.map((item) => ({ ...item, provenance: 'expert-guess' as const }));
  const plain = estimateEap(answers(eight, catrFigures.patterns.mid), bank1);

  it('adds σ_b²/n to the squared error if every item is a guess, and changes nothing else', () => {
    const found = estimateEap(answers(all, catrFigures.patterns.mid), bank1);
    expect(found.se ** 2 - plain.se ** 2).toBeCloseTo(0.4 ** 2 / 8, 10);
    expect(found.theta).toBe(plain.theta);
    expect(found.levelShares).toEqual(plain.levelShares);
  });

  it('counts guessed items only', () => {
    const mixed = all.map((item, index) =>
      index < 2 ? item : { ...item, provenance: 'calibrated' as const },
    );
    const found = estimateEap(answers(mixed, catrFigures.patterns.mid), bank1);
    expect(found.se ** 2 - plain.se ** 2).toBeCloseTo((0.4 ** 2 * 2) / 8 ** 2, 10);
  });

  it('is included in the band, 1.28 errors to both sides', () => {
    const { theta, se, band } = estimateEap(answers(all, catrFigures.patterns.mid), bank1);
    expect(band[0]).toBeCloseTo(theta - 1.28 * se, 10);
    expect(band[1]).toBeCloseTo(theta + 1.28 * se, 10);
  });
});

describe('the level', () => {
  it('is the most likely one, and has no neighbour from a probability of 0.6 on', () => {
    expect(nameLevel([0.1, 0.6, 0.3, 0])).toEqual({ level: 2, between: null });
    expect(nameLevel([0.1, 0.59, 0.31, 0])).toEqual({ level: 2, between: 3 });
    expect(nameLevel([0.3, 0.45, 0.25, 0])).toEqual({ level: 2, between: 1 });
    expect(nameLevel([0.55, 0.4, 0.05, 0])).toEqual({ level: 1, between: 2 });
    expect(nameLevel([0, 0.1, 0.4, 0.5])).toEqual({ level: 4, between: 3 });
  });

  it('of an ability starts at its cut', () => {
    const at = [-1.01, -1, 0.19, 0.2, 1.39, 1.4].map((theta) => levelAt(theta, bank1.cuts));
    expect(at).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it('is that of the prior when nothing was answered', () => {
    const { theta, se, items, levelShares } = estimateEap([], bank1);
    expect([theta, items]).toEqual([expect.closeTo(0, 10), 0]);
    expect(se).toBeCloseTo(1.2, 3);
    // Φ(−1/1.2), Φ(.2/1.2) − Φ(−1/1.2), …
    [0.2023, 0.3639, 0.3121, 0.1217].forEach((share, index) => {
      expect(levelShares[index]).toBeCloseTo(share, 2);
    });
  });
});
