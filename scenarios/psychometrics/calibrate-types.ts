/** Input and output of a calibration. */

export interface ResponseMatrix {
  /** In column order. */
  readonly items: readonly MatrixItem[];
  /** Number of rows. */
  readonly persons: number;
  /** Row by row: points from 0 to the item's maximum; `missing` if the person did not meet the item. */
  readonly points: Int8Array;
}

interface MatrixItem {
  readonly id: string;
  /** Maximum points, 1 to `largestMaximum`. */
  readonly maximum: number;
}

/** A missing answer; never 0 points. */
export const missing = -1;

/** No real partial-credit item has more categories. */
export const largestMaximum = 20;

/** Below this number of persons nothing is estimated, in total or for an item. */
export const fewestPersons = 30;

/** With fewer answers, an item's figures are preliminary (assessment.md §3.1). */
export const trustworthyPersons = 200;

/** Parameters of a held item. */
export interface Anchor {
  readonly slope: number;
  readonly steps: readonly number[];
}

export interface CalibrationOptions {
  readonly model: 'pcm' | 'gpcm';
  /**
   * Normal distribution of abilities, logits: start of the search, and fixed if not free. With anchors, mean
   * and sd are free. Without, the mean is held as origin of the scale; in the GPCM the sd is held too, as
   * unit of the scale.
   */
  readonly population: { readonly mean: number; readonly sd: number; readonly isFree: boolean };
  /** By item id: the common core that fixes the scale. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** Categories with fewer persons are joined to a neighbour; 10 by assessment.md §3.1, at least 1. */
  readonly rarestCategory: number;
  readonly iterations: number;
  /** Change of any parameter between two iterations at which the search ends, logits. */
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
  /** Logits; null if held or not found. */
  readonly slopeError: number | null;
  /** b_1 …, logits: one less than the number of categories. */
  readonly steps: readonly number[];
  /** Of each step, logits; null if held or not found. */
  readonly standardErrors: readonly number[] | null;
  /** Category of each number of points, from 0 points on: `[0, 1, 2]` if none were joined. */
  readonly categories: readonly number[];
  /** Persons for each number of points. */
  readonly counts: readonly number[];
  /** Persons who answered. */
  readonly persons: number;
}

export interface Calibration {
  readonly model: 'pcm' | 'gpcm';
  /** Errors are null if the parameter is held or its error was not found. */
  readonly population: {
    readonly mean: number;
    readonly sd: number;
    readonly meanError: number | null;
    readonly sdError: number | null;
  };
  readonly items: readonly CalibratedItem[];
  /** Persons with at least one answer. */
  readonly persons: number;
  /** Distinct groups of answers. */
  readonly patterns: number;
  /** Natural logarithm of the marginal likelihood. */
  readonly logLikelihood: number;
  /** Number of estimated parameters. */
  readonly parameters: number;
  readonly convergence: {
    readonly isConverged: boolean;
    readonly iterations: number;
    /** Largest change in the last iteration, logits. */
    readonly change: number;
  };
  readonly warnings: readonly CalibrationWarning[];
}

/** Problems with the data that prevent estimation. */
export type CalibrationFault =
  | { readonly code: 'persons-too-few'; readonly persons: number; readonly fewest: number }
  | { readonly code: 'items-too-few'; readonly items: number }
  | { readonly code: 'item-unanswered'; readonly item: string }
  | { readonly code: 'item-rare'; readonly item: string; readonly persons: number; readonly fewest: number }
  /** Everyone earned the same, or all but a handful did. */
  | { readonly code: 'item-constant'; readonly item: string; readonly points: number }
  | { readonly code: 'anchor-unknown'; readonly item: string }
  | {
      readonly code: 'anchor-maximum';
      readonly item: string;
      readonly maximum: number;
      readonly steps: number;
    };

/** What a reader of the figures must know. */
export type CalibrationWarning =
  | { readonly code: 'not-converged'; readonly iterations: number; readonly change: number }
  | { readonly code: 'errors-unknown' }
  | { readonly code: 'item-few-persons'; readonly item: string; readonly persons: number }
  /** Few persons earned these points, so they form one category with `joined`. */
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
  /** No person answered items of both groups, and they share no anchor: only the population links them. */
  | { readonly code: 'items-unlinked'; readonly groups: readonly (readonly string[])[] }
  | { readonly code: 'abilities-beyond-nodes'; readonly mean: number; readonly sd: number };

export type CalibrationOutcome =
  | { readonly isSound: true; readonly calibration: Calibration }
  | { readonly isSound: false; readonly faults: readonly CalibrationFault[] };

/** Reported after each iteration. */
export interface CalibrationProgress {
  readonly iteration: number;
  readonly logLikelihood: number;
  readonly change: number;
}
