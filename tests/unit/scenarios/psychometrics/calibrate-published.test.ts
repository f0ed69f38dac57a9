/** Published calibrations P3 and P4, and the parameters of P1; P numbers the results of published.test.ts. */
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../scenarios/psychometrics/calibrate.ts';
import type { Calibration, CalibrationOptions } from '../../../../scenarios/psychometrics/calibrate-types.ts';
import { matrixOf, rowsOfPatterns } from '../../../support/measurement/drawn-answers.ts';
import { lsat6, lsat7 } from '../../../support/measurement/published-data.ts';

function calibrated(
  patterns: Readonly<Record<string, number>>,
  options: Partial<CalibrationOptions>,
): Calibration {
  const outcome = calibrate(matrixOf(rowsOfPatterns(patterns)), options);
  if (!outcome.isSound) throw new Error(JSON.stringify(outcome.faults));
  return outcome.calibration;
}

const steps = ({ items }: Calibration): number[] => items.flatMap((item) => item.steps);
const free = { population: { mean: 0, sd: 1, isFree: true } } as const;

function expectClose(found: readonly number[], published: readonly number[], tolerance: number): void {
  expect(found).toHaveLength(published.length);
  for (const [place, value] of published.entries()) {
    expect(Math.abs((found[place] ?? NaN) - value), `figure ${place + 1}`).toBeLessThanOrEqual(tolerance);
  }
}

describe('a calibration', () => {
  it('finds the Rasch difficulties, the sd and the likelihood of LSAT 7 (P3: mirt, test 15)', () => {
    const found = calibrated(lsat7, free);
    expectClose(steps(found), [-1.868, -0.7909, -1.4608, -0.5214, -1.9927], 5e-4);
    expectClose([found.population.sd], [1.011], 5e-4);
    expectClose([found.logLikelihood], [-2664.9], 5e-3);
    expect(found).toMatchObject({ convergence: { isConverged: true }, persons: 1000, parameters: 6 });
    // Five questions with one slope: only the number of right answers matters.
    expect(found.patterns).toBe(6);
  });

  it('finds the Rasch difficulties, the sd and the likelihood of LSAT 6 (P4: ltm, mirt test 01)', () => {
    const found = calibrated(lsat6, free);
    expectClose(steps(found), [-2.73, -0.999, -0.24, -1.306, -2.099], 5e-4);
    expectClose([found.population.sd, found.population.sd ** 2], [0.7551, 0.57], 5e-4);
    expectClose([found.logLikelihood], [-2466.938], 1e-3);
  });

  it('finds slopes and intercepts of LSAT 7 in the two-parameter model (those of P1: mirt, test 01)', () => {
    const found = calibrated(lsat7, { ...free, model: 'gpcm' });
    const slopes = found.items.map(({ slope }) => slope);
    // The source stopped at 1e-4, so its third digit is the last certain one.
    expectClose(slopes, [0.9879, 1.0808, 1.706, 0.7651, 0.7358], 2e-3);
    const intercepts = steps(found).map((step, place) => -step * (slopes[place] ?? NaN));
    expectClose(intercepts, [1.8561, 0.808, 1.8043, 0.486, 1.8545], 2e-3);
  });
});
