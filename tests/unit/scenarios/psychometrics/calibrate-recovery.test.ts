/**
 * Whether a calibration recovers the parameters that answers were simulated with. The seeds are fixed and
 * were not selected.
 */
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../scenarios/psychometrics/calibrate.ts';
import {
  type Calibration,
  type CalibrationOptions,
  missing,
  type ResponseMatrix,
} from '../../../../scenarios/psychometrics/calibrate-types.ts';
import { estimateEap } from '../../../../scenarios/measurement/estimate.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import type { Bank } from '../../../../scenarios/kit/measurement-types.ts';
import { bank1 } from '../../../support/measurement/bank.ts';
import { drawAnswers, type NamedItem } from '../../../support/measurement/drawn-answers.ts';

const items: readonly NamedItem[] = bank1.items.map(({ scenario, dimension, slope, steps }) => ({
  id: `${scenario}.${dimension}`,
  slope,
  steps,
}));

function calibrated(matrix: ResponseMatrix, options: Partial<CalibrationOptions> = {}): Calibration {
  const outcome = calibrate(matrix, options);
  if (!outcome.isSound) throw new Error(JSON.stringify(outcome.faults));
  expect(outcome.calibration.convergence.isConverged).toBe(true);
  return outcome.calibration;
}

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Estimate minus true value, for each step that is not held. */
function stepFaults({ items: found }: Calibration, truth: readonly NamedItem[]): number[] {
  return found.flatMap(({ steps, isAnchor }, item) =>
    isAnchor ? [] : steps.map((step, place) => step - (truth[item]?.steps[place] ?? NaN)),
  );
}

const stepErrors = ({ items: found }: Calibration): number[] =>
  found.flatMap(({ standardErrors }) => standardErrors ?? []);

describe('a calibration of simulated answers', () => {
  it('finds 93 steps of 2,000 persons to 0.10, as precisely as its standard errors say', () => {
    const { matrix, abilities } = drawAnswers(items, 2_000, createRandom('recovery'));
    const found = calibrated(matrix);
    const faults = stepFaults(found, items);
    expect(faults).toHaveLength(93);
    expect(rootMeanSquare(faults)).toBeLessThanOrEqual(0.1);
    // Steps of one item are correlated, so the ratio of 93 of them varies by more than 1 / √186.
    expect(rootMeanSquare(faults) / rootMeanSquare(stepErrors(found))).toBeGreaterThan(0.7);
    expect(rootMeanSquare(faults) / rootMeanSquare(stepErrors(found))).toBeLessThan(1.3);
    expect(Math.abs(found.population.sd - 1.2)).toBeLessThan(3 * (found.population.sdError ?? NaN));

    // With these parameters abilities are as precise as theory says.
    const bank: Bank = {
      ...bank1,
      difficultyDoubt: 0,
      prior: { mean: found.population.mean, sd: found.population.sd },
      items: bank1.items.map((item, place) => ({ ...item, steps: found.items[place]?.steps ?? [] })),
    };
    const estimates = abilities.map((ability, person) => {
      const own = bank.items.map((item, place) => ({
        item,
        points: matrix.points[person * items.length + place] ?? missing,
      }));
      const { theta, se } = estimateEap(own, bank);
      return { fault: theta - ability, se };
    });
    const ratio =
      rootMeanSquare(estimates.map(({ fault }) => fault)) / rootMeanSquare(estimates.map(({ se }) => se));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });

  it('finds slopes and steps of the generalised model', () => {
    const sloped = items.slice(0, 18).map((item, place) => ({ ...item, slope: 0.6 + 0.2 * (place % 7) }));
    const { matrix } = drawAnswers(sloped, 1_500, createRandom('slopes'));
    const found = calibrated(matrix, { model: 'gpcm' });
    const slopeRatios = found.items.map(
      ({ slope, slopeError }, place) => (slope - (sloped[place]?.slope ?? NaN)) / (slopeError ?? NaN),
    );
    expect(rootMeanSquare(slopeRatios)).toBeLessThan(1.5);
    expect(rootMeanSquare(slopeRatios)).toBeGreaterThan(0.5);
    const ratio = rootMeanSquare(stepFaults(found, sloped)) / rootMeanSquare(stepErrors(found));
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.4);
    // Held, as the unit of the slopes.
    expect(found.population).toMatchObject({ mean: 0, sd: 1.2, meanError: null, sdError: null });
  });

  it('keeps the scale if a common core is anchored, although the persons differ', () => {
    const { matrix } = drawAnswers(items, 2_000, createRandom('anchors'), {
      population: { mean: 0.8, sd: 0.9 },
    });
    const core = items.filter(({ id }) => /^s0[235]-/.test(id));
    const anchors = new Map(core.map(({ id, slope, steps }) => [id, { slope, steps }]));
    const found = calibrated(matrix, { anchors });
    const { mean, sd, meanError, sdError } = found.population;
    expect(Math.abs(mean - 0.8)).toBeLessThan(3 * (meanError ?? NaN));
    expect(Math.abs(sd - 0.9)).toBeLessThan(3 * (sdError ?? NaN));
    for (const { id, steps } of core) {
      expect(found.items.find((item) => item.id === id)).toMatchObject({ steps, standardErrors: null });
    }
    expect(rootMeanSquare(stepFaults(found, items)) / rootMeanSquare(stepErrors(found))).toBeLessThan(1.3);
    // Without anchors the mean of these persons would be the origin.
    const drifted = stepFaults(calibrated(matrix), items);
    const drift = drifted.reduce((sum, fault) => sum + fault, 0) / drifted.length;
    expect(drift).toBeLessThan(-0.7);
  });

  it('finds the same parameters if half of the items are missing by design', () => {
    const core = new Set(items.flatMap(({ id }, place) => (/^s0[235]-/.test(id) ? [place] : [])));
    const { matrix } = drawAnswers(items, 3_000, createRandom('booklets'), {
      isMet: (person, item) => core.has(item) || item % 2 === person % 2,
    });
    const found = calibrated(matrix);
    expect(found.warnings).toEqual([]);
    expect(found.items.map(({ persons }) => persons)).toEqual(
      items.map((_, place) => (core.has(place) ? 3_000 : 1_500)),
    );
    // With half the answers the errors of steps are larger, as their standard errors say.
    const ratio = rootMeanSquare(stepFaults(found, items)) / rootMeanSquare(stepErrors(found));
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.3);
  });
});
