export interface ResponseMatrix {
  /** In column order. */
  readonly items: readonly MatrixItem[];
  readonly persons: number;
  /** Row by row: points, or `missing`. */
  readonly points: Int8Array;
}

interface MatrixItem {
  readonly id: string;
  /** 1 to `largestMaximum`. */
  readonly maximum: number;
}

/** Never 0 points. */
export const missing = -1;

/** No real item has more. */
export const largestMaximum = 20;

/** In total and per item. */
export const fewestPersons = 30;

/** With fewer, figures are preliminary (assessment.md §3.1). */
export const trustworthyPersons = 200;

export interface Anchor {
  readonly slope: number;
  readonly steps: readonly number[];
}

export interface CalibrationOptions {
  readonly model: 'pcm' | 'gpcm';
  /**
   * Normal distribution, logits. Free with anchors; otherwise the mean is held as origin of the scale and, in
   * the GPCM, the sd as its unit.
   */
  readonly population: { readonly mean: number; readonly sd: number; readonly isFree: boolean };
  /** By item id: the core that fixes the scale. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** Categories with fewer are joined; 10 by assessment.md §3.1, at least 1. */
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
  /** Logits; null if held or not found. */
  readonly slopeError: number | null;
  /** b_1 …, logits; one fewer than categories. */
  readonly steps: readonly number[];
  /** Per step, logits; null if held or not found. */
  readonly standardErrors: readonly number[] | null;
  /** By points: `[0, 1, 2]` if none were joined. */
  readonly categories: readonly number[];
  readonly counts: readonly number[];
  readonly persons: number;
}

export interface Calibration {
  readonly model: 'pcm' | 'gpcm';
  /** Errors: null if held or not found. */
  readonly population: {
    readonly mean: number;
    readonly sd: number;
    readonly meanError: number | null;
    readonly sdError: number | null;
  };
  readonly items: readonly CalibratedItem[];
  readonly persons: number;
  /** Groups of answers. */
  readonly patterns: number;
  /** Natural logarithm, marginal. */
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly convergence: {
    readonly isConverged: boolean;
    readonly iterations: number;
    /** In the last iteration, logits. */
    readonly change: number;
  };
  readonly warnings: readonly CalibrationWarning[];
}

export type CalibrationFault =
  | { readonly code: 'persons-too-few'; readonly persons: number; readonly fewest: number }
  | { readonly code: 'items-too-few'; readonly items: number }
  | { readonly code: 'item-unanswered'; readonly item: string }
  | { readonly code: 'item-rare'; readonly item: string; readonly persons: number; readonly fewest: number }
  /** All or nearly all earned the same. */
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
  /** Joined because few persons earned them. */
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
  /** Only the population links these groups. */
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
