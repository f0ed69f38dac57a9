/**
 * Marginal maximum likelihood (Bock & Aitkin 1981) for the PCM (Masters 1982) and GPCM (Muraki 1992) with
 * normal abilities. Missing answers are left out.
 */
import { joinCategories } from './calibrate-categories.ts';
import { countAnswering, countPoints, findFaults, findLinkedGroups } from './calibrate-check.ts';
import { type OffsetCurve, slopeRange, toCurve, toSteps } from './calibrate-curves.ts';
import { type FigureErrors, findErrors } from './calibrate-errors.ts';
import { type Freedom, toVector } from './calibrate-parameters.ts';
import { groupPatterns } from './calibrate-patterns.ts';
import { type Figures, isOnNodes } from './calibrate-posterior.ts';
import { type Found, searchFigures } from './calibrate-search.ts';
import {
  type CalibratedItem,
  type Calibration,
  type CalibrationOptions,
  type CalibrationOutcome,
  type CalibrationProgress,
  type CalibrationWarning,
  type ResponseMatrix,
  trustworthyPersons,
  usualOptions,
} from './calibrate-types.ts';

interface Prepared {
  readonly matrix: ResponseMatrix;
  readonly options: CalibrationOptions;
  readonly pointCounts: readonly (readonly number[])[];
  readonly categories: readonly (readonly number[])[];
  readonly categoryCounts: readonly (readonly number[])[];
  readonly warnings: readonly CalibrationWarning[];
}

/** @param given overrides `usualOptions` */
export function calibrate(
  matrix: ResponseMatrix,
  given: Partial<CalibrationOptions> = {},
  onProgress: (progress: CalibrationProgress) => void = () => undefined,
): CalibrationOutcome {
  const options = { ...usualOptions, ...given };
  const pointCounts = countPoints(matrix);
  const faults = findFaults(matrix, pointCounts, options);
  if (faults.length > 0) return { isSound: false, faults };
  const prepared = prepare(matrix, pointCounts, options);
  const start = startOf(prepared);
  const freedom = freedomOf(prepared);
  const blocks = groupPatterns(
    matrix,
    prepared.categories,
    freedom.slopes ? null : start.curves.map(({ slope }) => slope),
  );
  const found = searchFigures(start, {
    blocks,
    freedom,
    onProgress,
    counts: prepared.categoryCounts,
    iterations: options.iterations,
    tolerance: options.tolerance,
  });
  const errors = findErrors(blocks, found.figures, found.expectation, freedom);
  const patterns = blocks.reduce((sum, { persons }) => sum + persons.length, 0);
  return { isSound: true, calibration: report(prepared, freedom, found, errors, patterns) };
}

function prepare(
  matrix: ResponseMatrix,
  pointCounts: readonly (readonly number[])[],
  options: CalibrationOptions,
): Prepared {
  const joined = matrix.items.map(({ id }, item) => {
    const counts = pointCounts[item] ?? [];
    return options.anchors.has(id)
      ? { categories: counts.map((_, points) => points), warnings: [] }
      : joinCategories(id, counts, Math.max(1, options.rarestCategory));
  });
  const categories = joined.map((one) => one.categories);
  const categoryCounts = categories.map((own, item) => {
    const counts = new Array<number>(Math.max(...own) + 1).fill(0);
    for (const [points, category] of own.entries()) {
      counts[category] = (counts[category] ?? 0) + (pointCounts[item]?.[points] ?? 0);
    }
    return counts;
  });
  const warnings = joined.flatMap((one) => one.warnings);
  return { matrix, options, pointCounts, categories, categoryCounts, warnings };
}

function freedomOf({ matrix, options: { anchors, model, population } }: Prepared): Freedom {
  const isAnchored = anchors.size > 0;
  return {
    items: matrix.items.map(({ id }) => !anchors.has(id)),
    slopes: model === 'gpcm',
    mean: population.isFree && isAnchored,
    sd: population.isFree && (isAnchored || model === 'pcm'),
  };
}

/** Starting steps follow from the ratio of persons in adjacent categories. */
function startOf({ matrix, options: { anchors, population }, categoryCounts }: Prepared): Figures {
  const curves = matrix.items.map(({ id }, item): OffsetCurve => {
    const anchor = anchors.get(id);
    if (anchor !== undefined) return toCurve(anchor);
    const counts = categoryCounts[item] ?? [];
    const steps = counts
      .slice(1)
      .map((count, place) => population.mean + Math.log(((counts[place] ?? 0) + 0.5) / (count + 0.5)));
    return toCurve({ slope: 1, steps });
  });
  return { curves, mean: population.mean, sd: population.sd };
}

function report(
  prepared: Prepared,
  freedom: Freedom,
  { figures, expectation, isConverged, iterations, change }: Found,
  errors: FigureErrors | null,
  patterns: number,
): Calibration {
  const { matrix, options } = prepared;
  const items = matrix.items.map(({ id }, item): CalibratedItem => {
    const curve = figures.curves[item] ?? { slope: 1, offsets: [] };
    const counts = prepared.pointCounts[item] ?? [];
    const anchor = options.anchors.get(id);
    const { slope, steps } = anchor ?? { slope: curve.slope, steps: toSteps(curve) };
    return {
      id,
      isAnchor: anchor !== undefined,
      slope,
      steps,
      counts,
      slopeError: errors?.items[item]?.slope ?? null,
      standardErrors: errors?.items[item]?.steps ?? null,
      categories: prepared.categories[item] ?? [],
      persons: counts.reduce((sum, count) => sum + count, 0),
    };
  });
  const warnings = [...prepared.warnings, ...items.flatMap(findItemWarnings)];
  if (!isConverged) warnings.push({ code: 'not-converged', iterations, change });
  if (errors === null) warnings.push({ code: 'errors-unknown' });
  const groups = findLinkedGroups(matrix, options.anchors);
  if (groups.length > 1) warnings.push({ code: 'items-unlinked', groups });
  const { mean, sd } = figures;
  if (!isOnNodes(figures)) warnings.push({ code: 'abilities-beyond-nodes', mean, sd });
  return {
    model: options.model,
    items,
    patterns,
    warnings,
    population: { mean, sd, meanError: errors?.mean ?? null, sdError: errors?.sd ?? null },
    persons: countAnswering(matrix),
    logLikelihood: expectation.logLikelihood,
    parameters: toVector(figures, freedom).length,
    convergence: { isConverged, iterations, change },
  };
}

function findItemWarnings({
  id: item,
  isAnchor,
  steps,
  slope,
  persons,
}: CalibratedItem): CalibrationWarning[] {
  if (isAnchor) return [];
  const warnings: CalibrationWarning[] = [];
  if (persons < trustworthyPersons) warnings.push({ code: 'item-few-persons', item, persons });
  if (steps.some((step, place) => step < (steps[place - 1] ?? -Infinity))) {
    warnings.push({ code: 'steps-disordered', item });
  }
  // A slope at the limit may lie slightly inside, because it went through a logarithm and back.
  if (slope < 1.001 * slopeRange.lowest || slope > 0.999 * slopeRange.highest) {
    warnings.push({ code: 'slope-extreme', item, slope });
  }
  return warnings;
}
