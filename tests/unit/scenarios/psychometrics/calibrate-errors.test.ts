import { describe, expect, it } from 'vitest';
import { createMatrix, invert } from '../../../../scenarios/psychometrics/calibrate-algebra.ts';
import { countPoints } from '../../../../scenarios/psychometrics/calibrate-check.ts';
import { toCurve } from '../../../../scenarios/psychometrics/calibrate-curves.ts';
import { groupPatterns } from '../../../../scenarios/psychometrics/calibrate-patterns.ts';
import { expectAbilities } from '../../../../scenarios/psychometrics/calibrate-posterior.ts';
import type { Calibration, CalibrationOptions } from '../../../../scenarios/psychometrics/calibrate-types.ts';
import { calibrate } from '../../../../scenarios/psychometrics/calibrate.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import { type DrawnAnswers, drawAnswers } from '../../../support/measurement/drawn-answers.ts';

const items = [
  { id: 'anchor', slope: 1.3, steps: [-0.4, 0.6] },
  { id: 'three', slope: 0.8, steps: [-1, 0.1, 1.2] },
  { id: 'two', slope: 1.2, steps: [0.5, -0.2] },
  { id: 'one', slope: 1, steps: [0.3] },
];

const { matrix }: DrawnAnswers = drawAnswers(items, 800, createRandom('errors'), {
  population: { mean: 0.3, sd: 1.1 },
  isMet: (person, item) => (person + item) % 5 !== 0,
});

/** Names, values and errors of the estimated parameters. */
interface Figure {
  readonly value: number;
  readonly error: number | null;
}

function listFigures({ items: found, population }: Calibration, isSlopeFree: boolean): Figure[] {
  const figures = found.flatMap(({ isAnchor, steps, standardErrors, slope, slopeError }) =>
    isAnchor
      ? []
      : [
          ...steps.map((value, place) => ({ value, error: standardErrors?.[place] ?? null })),
          ...(isSlopeFree ? [{ value: slope, error: slopeError }] : []),
        ],
  );
  if (population.meanError !== null) figures.push({ value: population.mean, error: population.meanError });
  if (population.sdError !== null) figures.push({ value: population.sd, error: population.sdError });
  return figures;
}

/** Log-likelihood with the estimated parameters set to `values`. */
function likelihoodAt(
  { items: found, population }: Calibration,
  isSlopeFree: boolean,
  values: number[],
): number {
  const rest = [...values];
  const curves = found.map(({ isAnchor, steps, slope }) => {
    if (isAnchor) return toCurve({ steps, slope });
    const own = rest.splice(0, steps.length);
    return toCurve({ steps: own, slope: isSlopeFree ? (rest.shift() ?? NaN) : slope });
  });
  const mean = population.meanError === null ? population.mean : (rest.shift() ?? NaN);
  const sd = population.sdError === null ? population.sd : (rest.shift() ?? NaN);
  const categories = matrix.items.map(({ maximum }) => Array.from({ length: maximum + 1 }, (_, k) => k));
  const blocks = groupPatterns(matrix, categories, null);
  return expectAbilities(blocks, { curves, mean, sd }, countPoints(matrix)).logLikelihood;
}

/** Square roots of the diagonal of the inverse negative Hessian, by finite differences. */
function errorsByDifferences(found: Calibration, isSlopeFree: boolean): number[] {
  const start = listFigures(found, isSlopeFree).map(({ value }) => value);
  const width = 1e-3;
  const at = (...moves: readonly (readonly [number, number])[]): number => {
    const values = [...start];
    for (const [place, move] of moves) values[place] = (values[place] ?? NaN) + move * width;
    return likelihoodAt(found, isSlopeFree, values);
  };
  const information = createMatrix(start.length);
  for (let row = 0; row < start.length; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const second =
        (at([row, 1], [column, 1]) -
          at([row, 1], [column, -1]) -
          at([row, -1], [column, 1]) +
          at([row, -1], [column, -1])) /
        (4 * width ** 2);
      information.values[row * start.length + column] = -second;
    }
  }
  const covariance = invert(information);
  return start.map((_, place) => Math.sqrt(covariance?.values[place * start.length + place] ?? NaN));
}

const anchors = new Map(items.slice(0, 1).map(({ id, slope, steps }) => [id, { slope, steps }]));

describe('standard errors', () => {
  it.each<[string, Partial<CalibrationOptions>, boolean]>([
    ['partial credit, free sd', { model: 'pcm' }, false],
    ['partial credit, anchored, free population', { model: 'pcm', anchors }, false],
    ['generalised, held sd', { model: 'gpcm' }, true],
    ['generalised, anchored, free population', { model: 'gpcm', anchors }, true],
  ])('match the second derivatives of the likelihood: %s', (_what, options, isSlopeFree) => {
    const outcome = calibrate(matrix, { ...options, tolerance: 1e-8 });
    if (!outcome.isSound) throw new Error(JSON.stringify(outcome.faults));
    const found = outcome.calibration;
    const figures = listFigures(found, isSlopeFree);
    expect(figures).toHaveLength(found.parameters);
    for (const [place, error] of errorsByDifferences(found, isSlopeFree).entries()) {
      const own = figures[place]?.error ?? NaN;
      expect(Math.abs(own / error - 1), `figure ${place + 1}`).toBeLessThan(0.002);
    }
  });
});
