import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../scenarios/psychometrics/calibrate.ts';
import { joinCategories } from '../../../../scenarios/psychometrics/calibrate-categories.ts';
import type {
  Calibration,
  CalibrationOptions,
  CalibrationProgress,
  ResponseMatrix,
} from '../../../../scenarios/psychometrics/calibrate-types.ts';
import { createRandom } from '../../../../scenarios/measurement/random.ts';
import { drawAnswers, matrixOf, rowsOfPatterns } from '../../../support/measurement/drawn-answers.ts';
import { lsat7 } from '../../../support/measurement/published-data.ts';

const lsatRows: readonly (readonly (number | null)[])[] = rowsOfPatterns(lsat7);

function calibrated(matrix: ResponseMatrix, options: Partial<CalibrationOptions> = {}): Calibration {
  const outcome = calibrate(matrix, options);
  if (!outcome.isSound) throw new Error(JSON.stringify(outcome.faults));
  return outcome.calibration;
}

const faultsOf = (matrix: ResponseMatrix, options: Partial<CalibrationOptions> = {}): unknown => {
  const outcome = calibrate(matrix, options);
  return outcome.isSound ? [] : outcome.faults;
};

describe('data without enough information', () => {
  it('are refused: three persons, one item, or nobody', () => {
    expect(faultsOf(matrixOf(lsatRows.slice(0, 3)))).toEqual([
      { code: 'persons-too-few', persons: 3, fewest: 30 },
    ]);
    expect(faultsOf({ items: [], persons: 0, points: new Int8Array() })).toEqual([
      { code: 'persons-too-few', persons: 0, fewest: 30 },
    ]);
    expect(faultsOf(matrixOf(lsatRows.map((row) => row.slice(0, 1))))).toEqual([
      { code: 'items-too-few', items: 1 },
    ]);
  });

  it('are refused for each uninformative item: constant, never met, met by a handful', () => {
    const rows = lsatRows.map((row, person) => [...row, 1, null, person < 12 ? person % 2 : null]);
    expect(faultsOf(matrixOf(rows))).toEqual([
      { code: 'item-constant', item: 'i6', points: 1 },
      { code: 'item-unanswered', item: 'i7' },
      { code: 'item-rare', item: 'i8', persons: 12, fewest: 30 },
    ]);
  });

  it('are refused if an anchor has no item, or other steps', () => {
    const anchors = new Map([
      ['i1', { slope: 1, steps: [0, 1] }],
      ['nowhere', { slope: 1, steps: [0] }],
    ]);
    expect(faultsOf(matrixOf(lsatRows), { anchors })).toEqual([
      { code: 'anchor-maximum', item: 'i1', maximum: 1, steps: 2 },
      { code: 'anchor-unknown', item: 'nowhere' },
    ]);
  });
});

describe('a calibration', () => {
  it('ignores persons who met nothing, and treats a missing answer as missing, not as 0', () => {
    const empty = [null, null, null, null, null];
    const whole = calibrated(matrixOf(lsatRows));
    expect(calibrated(matrixOf([...lsatRows, empty, empty]))).toEqual(whole);
    const gone = lsatRows.map((row, person) => (person % 3 === 0 ? [...row.slice(0, 4), null] : row));
    const zero = lsatRows.map((row, person) => (person % 3 === 0 ? [...row.slice(0, 4), 0] : row));
    const lastStep = (rows: readonly (readonly (number | null)[])[]): number =>
      calibrated(matrixOf(rows)).items[4]?.steps[0] ?? NaN;
    expect(Math.abs(lastStep(gone) - lastStep(lsatRows))).toBeLessThan(0.2);
    expect(lastStep(zero)).toBeGreaterThan(lastStep(lsatRows) + 0.5);
  });

  it('gives the same result for any order of persons', () => {
    const [one, other] = [lsatRows, lsatRows.toReversed()].map((rows) => calibrated(matrixOf(rows)));
    for (const [place, { steps }] of (one?.items ?? []).entries()) {
      expect(steps[0]).toBeCloseTo(other?.items[place]?.steps[0] ?? NaN, 9);
    }
  });

  it('reports each iteration, and that it stopped early', () => {
    const told: CalibrationProgress[] = [];
    const outcome = calibrate(matrixOf(lsatRows), { iterations: 3, tolerance: 1e-12 }, (progress) => {
      told.push(progress);
    });
    expect(told.map(({ iteration }) => iteration).slice(0, 3)).toEqual([1, 2, 3]);
    expect(told[1]?.logLikelihood).toBeGreaterThan(told[0]?.logLikelihood ?? NaN);
    expect(outcome).toMatchObject({ calibration: { convergence: { isConverged: false } } });
    expect(outcome).toMatchObject({ calibration: { warnings: [expect.anything()] } });
    expect(calibrated(matrixOf(lsatRows), { iterations: 3, tolerance: 1e-12 }).warnings).toMatchObject([
      { code: 'not-converged' },
    ]);
  });

  it('holds the population on request', () => {
    const population = { mean: 0.5, sd: 1, isFree: false };
    const held = calibrated(matrixOf(lsatRows), { population });
    expect(held.population).toEqual({ mean: 0.5, sd: 1, meanError: null, sdError: null });
    expect(held.parameters).toBe(5);
  });

  it('reports disordered steps and the number of persons of an item', () => {
    const items = [
      { id: 'usual', slope: 1, steps: [-1, 1] },
      { id: 'other', slope: 1, steps: [-0.5, 0.5] },
      { id: 'odd', slope: 1, steps: [0.6, -0.6] },
    ];
    const { matrix } = drawAnswers(items, 180, createRandom('disordered'));
    const { warnings } = calibrated(matrix);
    expect(warnings).toContainEqual({ code: 'steps-disordered', item: 'odd' });
    expect(warnings).toContainEqual({ code: 'item-few-persons', item: 'usual', persons: 180 });
  });

  it('reports that only the population links two groups of items', () => {
    const halves = lsatRows.map((row, person) =>
      row.map((points, item) => (item < 2 === (person % 2 === 0) ? points : null)),
    );
    const groups = [
      ['i1', 'i2'],
      ['i3', 'i4', 'i5'],
    ];
    expect(calibrated(matrixOf(halves)).warnings).toContainEqual({ code: 'items-unlinked', groups });
    const anchors = new Map(['i1', 'i3'].map((id) => [id, { slope: 1, steps: [-1.5] }]));
    expect(calibrated(matrixOf(halves), { anchors }).warnings).toEqual([]);
  });

  it('keeps an item that contradicts the others within bounds, and reports it', () => {
    const items = [1, 2, 3, 4].map((place) => ({ id: `i${place}`, slope: 1.5, steps: [place / 2 - 1] }));
    const { matrix } = drawAnswers(items, 400, createRandom('against'));
    // The scoring of the last item was reversed.
    const points = matrix.points.map((value, place) => (place % 4 === 3 ? 1 - value : value));
    const { warnings } = calibrated({ ...matrix, points }, { model: 'gpcm' });
    expect(warnings).toMatchObject([{ code: 'slope-extreme', item: 'i4' }]);
  });
});

describe('rare categories', () => {
  it('are joined to the rarer neighbour, on a tie the lower one', () => {
    expect(joinCategories('i', [50, 4, 40, 60, 70], 10)).toEqual({
      categories: [0, 1, 1, 2, 3],
      warnings: [{ code: 'category-joined', item: 'i', points: 1, joined: 2, persons: 4 }],
    });
    expect(joinCategories('i', [50, 40, 9, 40], 10).categories).toEqual([0, 1, 1, 2]);
    expect(joinCategories('i', [50, 40, 60, 0], 10).categories).toEqual([0, 1, 2, 2]);
    expect(joinCategories('i', [3, 3, 3, 50], 10).categories).toEqual([0, 0, 0, 1]);
  });

  it('stay if only two are left, and are reported', () => {
    expect(joinCategories('i', [400, 5], 10)).toEqual({
      categories: [0, 1],
      warnings: [{ code: 'category-rare', item: 'i', points: 1, persons: 5 }],
    });
  });

  it('are joined in a calibration, which then has fewer steps', () => {
    const items = [1, 2, 3].map((place) => ({ id: `i${place}`, slope: 1, steps: [-1, 0, 1] }));
    const { matrix } = drawAnswers(items, 300, createRandom('rare'));
    let spared = 4;
    const points = matrix.points.map((value, place) => {
      if (place % 3 !== 0 || value !== 3) return value;
      spared -= 1;
      return spared >= 0 ? 3 : 2;
    });
    const { items: found, warnings } = calibrated({ ...matrix, points });
    expect(found[0]).toMatchObject({ categories: [0, 1, 2, 2], persons: 300 });
    expect(found.map(({ steps }) => steps.length)).toEqual([2, 3, 3]);
    expect(warnings).toEqual([{ code: 'category-joined', item: 'i1', points: 3, joined: 2, persons: 4 }]);
  });

  it('are joined without a warning if nobody is in them, even if rare ones may stay', () => {
    expect(joinCategories('i', [50, 0, 4, 60], 1)).toEqual({
      categories: [0, 1, 1, 2],
      warnings: [{ code: 'category-joined', item: 'i', points: 1, joined: 2, persons: 0 }],
    });
  });
});
