import type { ItemCurve } from '../measurement/models.ts';

export interface ResponseMatrix {
  /** In column order. */
  readonly items: readonly MatrixItem[];
  readonly persons: number;
  /** Row by row: whole points, or `missing`. */
  readonly points: Int8Array;
}

interface MatrixItem {
  readonly id: string;
  /** 1 to `largestMaximum`. */
  readonly maximum: number;
}

/** Marks a missing answer, which never counts as 0 points. */
export const missing = -1;

/** No real item has more points. */
export const largestMaximum = 20;

/** Minimum number of persons, in total and per item. */
export const fewestPersons = 30;

/** With fewer, figures are preliminary (docs/researchers/en/measurement.md, Limits). */
export const trustworthyPersons = 200;

export interface CalibrationOptions {
  readonly model: 'pcm' | 'gpcm';
  /**
   * Normal distribution of abilities, logits. Free with anchors; otherwise the mean is held as the origin of
   * the scale and, in the GPCM, the sd as its unit.
   */
  readonly population: { readonly mean: number; readonly sd: number; readonly isFree: boolean };
  /** By item id: items with known parameters, which fix the scale. */
  readonly anchors: ReadonlyMap<string, ItemCurve>;
  /** Categories with fewer are joined; 10 by Linacre (2002), at least 1. */
  readonly rarestCategory: number;
  readonly iterations: number;
  /** Change per iteration that ends the search, logits. */
  readonly tolerance: number;
}

export const usualOptions: CalibrationOptions = {
  model: 'pcm',
  population: { mean: 0, sd: 1.2, isFree: true },
  anchors: new Map(),
  rarestCategory: 10,
  iterations: 2_000,
  tolerance: 1e-5,
};

export interface CalibratedItem {
  readonly id: string;
  readonly isAnchor: boolean;
  readonly slope: number;
  /** Standard error, logits; null if held fixed or not found. */
  readonly slopeError: number | null;
  /** b_1 …, logits; one fewer than categories. */
  readonly steps: readonly number[];
  /** Per step, logits; null if held fixed or not found. */
  readonly standardErrors: readonly number[] | null;
  /** Category by number of points: `[0, 1, 2]` if none were joined. */
  readonly categories: readonly number[];
  readonly counts: readonly number[];
  readonly persons: number;
}

export interface Calibration {
  readonly model: 'pcm' | 'gpcm';
  /** Errors are null if held fixed or not found. */
  readonly population: {
    readonly mean: number;
    readonly sd: number;
    readonly meanError: number | null;
    readonly sdError: number | null;
  };
  readonly items: readonly CalibratedItem[];
  readonly persons: number;
  /** Number of groups of equal answers. */
  readonly patterns: number;
  /** Natural logarithm of the marginal likelihood. */
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly convergence: {
    readonly isConverged: boolean;
    readonly iterations: number;
    /** Largest change in the last iteration, logits. */
    readonly change: number;
  };
  readonly warnings: readonly CalibrationWarning[];
}

export type CalibrationFault =
  | { readonly code: 'persons-too-few'; readonly persons: number; readonly fewest: number }
  | { readonly code: 'items-too-few'; readonly items: number }
  | { readonly code: 'item-unanswered'; readonly item: string }
  | { readonly code: 'item-rare'; readonly item: string; readonly persons: number; readonly fewest: number }
  /** All or nearly all persons earned the same points. */
  | { readonly code: 'item-constant'; readonly item: string; readonly points: number }
  | { readonly code: 'anchor-unknown'; readonly item: string }
  | {
      readonly code: 'anchor-maximum';
      readonly item: string;
      readonly maximum: number;
      readonly steps: number;
    };

export type CalibrationWarning =
  | { readonly code: 'not-converged'; readonly iterations: number; readonly change: number }
  | { readonly code: 'errors-unknown' }
  | { readonly code: 'item-few-persons'; readonly item: string; readonly persons: number }
  /** Joined because few persons earned these points. */
  | {
      readonly code: 'category-joined';
      readonly item: string;
      readonly points: number;
      readonly joined: number;
      readonly persons: number;
    }
  | {
      readonly code: 'category-rare';
      readonly item: string;
      readonly points: number;
      readonly persons: number;
    }
  | { readonly code: 'steps-disordered'; readonly item: string }
  | { readonly code: 'slope-extreme'; readonly item: string; readonly slope: number }
  /** No person links these groups of items; only the assumed population does. */
  | { readonly code: 'items-unlinked'; readonly groups: readonly (readonly string[])[] }
  | { readonly code: 'abilities-beyond-nodes'; readonly mean: number; readonly sd: number };

export type CalibrationOutcome =
  | { readonly isSound: true; readonly calibration: Calibration }
  | { readonly isSound: false; readonly faults: readonly CalibrationFault[] };

export interface CalibrationProgress {
  readonly iteration: number;
  readonly logLikelihood: number;
  readonly change: number;
}
