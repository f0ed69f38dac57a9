/**
 * EM (Bock & Aitkin 1981) with squared extrapolation (SQUAREM, Varadhan & Roland 2008, scheme S3), used only
 * if the likelihood increases.
 */
import { maximise } from './calibrate-curves.ts';
import { type Freedom, fromVector, toVector } from './calibrate-parameters.ts';
import type { PatternBlock } from './calibrate-patterns.ts';
import { expectAbilities, type Expectation, type Figures, nodes } from './calibrate-posterior.ts';
import type { CalibrationProgress } from './calibrate-types.ts';

export interface Search {
  readonly blocks: readonly PatternBlock[];
  readonly counts: readonly (readonly number[])[];
  readonly freedom: Freedom;
  readonly iterations: number;
  /** Change per iteration that ends the search, logits. */
  readonly tolerance: number;
  readonly onProgress: (progress: CalibrationProgress) => void;
}

export interface Found {
  readonly figures: Figures;
  readonly expectation: Expectation;
  readonly isConverged: boolean;
  readonly iterations: number;
  readonly change: number;
}

interface Iteration {
  readonly next: Figures;
  /** Given the previous parameters. */
  readonly expectation: Expectation;
  readonly change: number;
}

export function searchFigures(start: Figures, search: Search): Found {
  const { blocks, counts, freedom, tolerance, onProgress } = search;
  let iterations = 0;
  const step = (figures: Figures): Iteration => {
    const expectation = expectAbilities(blocks, figures, counts);
    const next = improve(figures, expectation, freedom);
    const change = distanceOf(toVector(figures, freedom), toVector(next, freedom));
    iterations += 1;
    onProgress({ iteration: iterations, logLikelihood: expectation.logLikelihood, change });
    return { next, expectation, change };
  };
  let first = step(start);
  let figures = start;
  while (first.change > tolerance && iterations < search.iterations) {
    const second = step(first.next);
    const guess = extrapolate([figures, first.next, second.next], freedom);
    const third = step(guess);
    const isBetter = third.expectation.logLikelihood >= second.expectation.logLikelihood;
    figures = isBetter ? guess : second.next;
    first = isBetter ? third : step(second.next);
  }
  const { expectation, change } = first;
  return { figures, expectation, isConverged: change <= tolerance, iterations, change };
}

/** M step. */
function improve({ curves, mean, sd }: Figures, expectation: Expectation, freedom: Freedom): Figures {
  const { items, persons, sum, squares } = expectation;
  const nextMean = freedom.mean ? sum / persons : mean;
  const spread = squares / persons - 2 * nextMean * (sum / persons) + nextMean ** 2;
  return {
    curves: curves.map((curve, item) => {
      const counts = items[item];
      return counts === undefined || freedom.items[item] !== true
        ? curve
        : maximise(curve, counts, nodes, freedom.slopes);
    }),
    mean: nextMean,
    sd: freedom.sd ? Math.sqrt(spread) : sd,
  };
}

/** Longest extrapolation, in steps of EM. */
const farthest = 64;

function extrapolate(
  [before, between, after]: readonly [Figures, Figures, Figures],
  freedom: Freedom,
): Figures {
  const vectors = [before, between, after].map((figures) => toVector(figures, freedom));
  const [from = [], through = [], to = []] = vectors;
  const first = through.map((value, place) => value - (from[place] ?? 0));
  const bend = to.map((value, place) => value - (through[place] ?? 0) - (first[place] ?? 0));
  const ratio = lengthOf(first) / lengthOf(bend);
  const ahead = Number.isFinite(ratio) ? Math.min(farthest, Math.max(1, ratio)) : 1;
  const guess = from.map(
    (value, place) => value + 2 * ahead * (first[place] ?? 0) + ahead ** 2 * (bend[place] ?? 0),
  );
  return fromVector(guess, after, freedom);
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0));
}

function distanceOf(left: readonly number[], right: readonly number[]): number {
  return left.reduce((most, part, place) => Math.max(most, Math.abs(part - (right[place] ?? 0))), 0);
}
