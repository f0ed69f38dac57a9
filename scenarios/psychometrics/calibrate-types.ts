/** What goes into a calibration and what comes out of it. */

/** Answers of persons to items. */
export interface ResponseMatrix {
  /** In the order of the columns. */
  readonly items: readonly MatrixItem[];
  /** How many rows there are. */
  readonly persons: number;
  /** Row by row: points from 0 to the item's maximum, `missing` where the person did not meet the item. */
  readonly points: Int8Array;
}

interface MatrixItem {
  readonly id: string;
  /** Points that can be earned, 1 to `largestMaximum`. */
  readonly maximum: number;
}

/** Stands for an answer that is not there; it is never 0 points. */
export const missing = -1;

/** An item with more categories than this is no partial-credit item of anyone's. */
export const largestMaximum = 20;

/** Under this number of persons nothing is estimated: neither in all nor for one item. */
export const fewestPersons = 30;

/** Fewer answers than this to an item: its figures are a first look (assessment.md §3.1). */
export const trustworthyPersons = 200;

/** Of an item whose figures are held. */
export interface Anchor {
  readonly slope: number;
  readonly steps: readonly number[];
}

export interface CalibrationOptions {
  readonly model: 'pcm' | 'gpcm';
  /**
   * Normal distribution of abilities, logits: where the search begins, and what it stays at where it is not free. Mean
   * and sd are free with anchors. Without any, the mean is held and gives the scale its origin; in the GPCM the sd is
   * held too and gives the scale its unit.
   */
  readonly population: { readonly mean: number; readonly sd: number; readonly isFree: boolean };
  /** By item id: the common core that holds the scale. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** A category of fewer persons than this is joined to a neighbour; 10 by assessment.md §3.1, at least 1. */
  readonly rarestCategory: number;
  readonly iterations: number;
  /** Largest change of any parameter between two iterations at which the search ends, logits. */
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
  /** Logits; null where it is held or could not be found. */
  readonly slopeError: number | null;
  /** b_1 …, logits: one less than there are categories. */
  readonly steps: readonly number[];
  /** Of each step, logits; null where they are held or could not be found. */
  readonly standardErrors: readonly number[] | null;
  /** Category of each number of points, from 0 points on: `[0, 1, 2]` where none were joined. */
  readonly categories: readonly number[];
  /** How many persons earned each number of points. */
  readonly counts: readonly number[];
  /** How many persons answered. */
  readonly persons: number;
}

export interface Calibration {
  readonly model: 'pcm' | 'gpcm';
  /** Errors are null where the figure is held or its error could not be found. */
  readonly population: {
    readonly mean: number;
    readonly sd: number;
    readonly meanError: number | null;
    readonly sdError: number | null;
  };
  readonly items: readonly CalibratedItem[];
  /** Persons with at least one answer. */
  readonly persons: number;
  /** Different groups of answers that had to be looked at. */
  readonly patterns: number;
  /** Natural logarithm of the marginal likelihood. */
  readonly logLikelihood: number;
  /** How many figures were estimated. */
  readonly parameters: number;
  readonly convergence: {
    readonly isConverged: boolean;
    readonly iterations: number;
    /** Largest change in the last iteration, logits. */
    readonly change: number;
  };
  readonly warnings: readonly CalibrationWarning[];
}

/** What is so wrong with the data that nothing is estimated. */
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
  /** So few persons earned these points that they count as one category with `joined`. */
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
  /** No person answered items of both groups, and no anchor stands in both: only the population holds them together. */
  | { readonly code: 'items-unlinked'; readonly groups: readonly (readonly string[])[] }
  | { readonly code: 'abilities-beyond-nodes'; readonly mean: number; readonly sd: number };

export type CalibrationOutcome =
  | { readonly isSound: true; readonly calibration: Calibration }
  | { readonly isSound: false; readonly faults: readonly CalibrationFault[] };

/** Where the search stands; told after each iteration. */
export interface CalibrationProgress {
  readonly iteration: number;
  readonly logLikelihood: number;
  readonly change: number;
}
