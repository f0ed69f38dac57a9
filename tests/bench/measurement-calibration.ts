/**
 * Calibration of the 36 items of bank 1: how long 2,000 and 20,000 persons take, and how often the 95 % intervals
 * contain the figures that the answers were simulated with. Seeds are fixed.
 */
import { calibrate } from '../../scenarios/psychometrics/calibrate.ts';
import type { Calibration, CalibrationOptions } from '../../scenarios/psychometrics/calibrate-types.ts';
import { createRandom } from '../../scenarios/measurement/random.ts';
import { bank1 } from '../support/measurement/bank.ts';
import { drawAnswers, type NamedItem } from '../support/measurement/drawn-answers.ts';

const items: readonly NamedItem[] = bank1.items.map(({ scenario, dimension, slope, steps }) => ({
  id: `${scenario}.${dimension}`,
  slope,
  steps,
}));

const truth = new Map(items.map(({ id, steps }) => [id, steps]));

/** Repetitions behind the coverage, and persons in each. */
const repetitions = 100;
const persons = 500;

/** Prints times and coverage. */
export function benchCalibration(): void {
  timeCalibration('pcm', 2_000, 3);
  timeCalibration('pcm', 20_000, 3);
  timeCalibration('gpcm', 2_000, 3);
  timeCalibration('gpcm', 20_000, 1);
  printCoverage();
}

function timeCalibration(model: CalibrationOptions['model'], number: number, rounds: number): void {
  const { matrix } = drawAnswers(items, number, createRandom(`bench ${number}`));
  const times: number[] = [];
  let iterations = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const outcome = calibrate(matrix, { model });
    times.push(performance.now() - startedAt);
    if (outcome.isSound) ({ iterations } = outcome.calibration.convergence);
  }
  const median = times.sort((left, right) => left - right)[Math.floor((rounds - 1) / 2)] ?? 0;
  process.stdout.write(
    `calibration, ${model}, 36 items × ${number} persons: median ${(median / 1000).toFixed(2)} s of ${rounds}, ${iterations} iterations, errors included\n`,
  );
}

/** The share of intervals, over all steps and repetitions, and of those about the sd of abilities. */
function printCoverage(): void {
  let [held, all, heldSds] = [0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const { matrix } = drawAnswers(items, persons, createRandom(`coverage ${repetition}`));
    const outcome = calibrate(matrix, { rarestCategory: 1 });
    if (!outcome.isSound) throw new Error(JSON.stringify(outcome.faults));
    const intervals = stepIntervals(outcome.calibration);
    all += intervals.length;
    held += intervals.filter(Boolean).length;
    const { sd, sdError } = outcome.calibration.population;
    if (Math.abs(sd - 1.2) <= 1.96 * (sdError ?? 0)) heldSds += 1;
  }
  process.stdout.write(
    `95 % intervals of ${all} steps (${repetitions} × ${persons} persons): ${((100 * held) / all).toFixed(1)} % hold the step (aim 92 to 97 %); of the sd: ${heldSds} of ${repetitions}\n`,
  );
}

/** Whether each step's interval contains the figure that the answers were simulated with. */
function stepIntervals({ items: found }: Calibration): boolean[] {
  // An item with a category that nobody reached has other steps than those simulated.
  const whole = found.filter(({ steps, counts }) => steps.length === counts.length - 1);
  return whole.flatMap(({ id, steps, standardErrors }) =>
    steps.map(
      (step, place) =>
        Math.abs(step - (truth.get(id)?.[place] ?? Number.NaN)) <= 1.96 * (standardErrors?.[place] ?? 0),
    ),
  );
}
