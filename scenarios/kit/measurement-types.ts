/** Abilities and steps are logits. */
import type { Dimension } from './dimensions.ts';

/** 1 « Je découvre » to 4 « Je m’adapte et j’aide les autres ». */
export type Level = 1 | 2 | 3 | 4;

export interface ItemParameters {
  readonly scenario: string;
  readonly dimension: Dimension;
  /** a of the generalised partial credit model; 1 in the partial credit model. */
  readonly slope: number;
  /** b_1 … b_m, logits: one per point. */
  readonly steps: readonly number[];
  /** One per step; absent in a guess. */
  readonly standardErrors?: readonly number[];
  readonly provenance: 'expert-guess' | 'calibrated';
  /** Answers in the calibration; absent in a guess. */
  readonly persons?: number;
}

/** A version never changes: new figures are a new version. */
export interface Bank {
  readonly version: number;
  readonly model: 'pcm' | 'gpcm';
  readonly source: string;
  /** Ability in the population, logits. */
  readonly prior: { readonly mean: number; readonly sd: number };
  /** Lower edges of levels 2, 3 and 4, logits. */
  readonly cuts: readonly [number, number, number];
  /** Standard deviation of a guessed difficulty, logits. */
  readonly difficultyDoubt: number;
  /** How the score is made of points and ability (`scoreOn`). */
  readonly score: 'expected' | 'domain';
  /** World version that the items of a scenario are about; any version if it is not named. */
  readonly worlds: Readonly<Record<string, number>>;
  readonly items: readonly ItemParameters[];
}

/** 0 to the number of steps. A missing answer is not listed, never 0. */
export interface Response {
  readonly item: ItemParameters;
  readonly points: number;
}

export interface Estimate {
  /** EAP estimate of ability, logits. */
  readonly theta: number;
  /** Posterior standard deviation, including the doubt about difficulties, logits. */
  readonly se: number;
  /** 80 %, logits: theta ± 1.28 se. */
  readonly band: readonly [number, number];
  /** Probability of each level; sums to 1. */
  readonly levelShares: readonly [number, number, number, number];
  readonly level: Level;
  /** The second likeliest level if the likeliest has less than 0.6, else null: « entre N2 et N3 ». */
  readonly between: Level | null;
  readonly items: number;
}

/** Derived from the log, from which it can be computed again. */
export interface Measure {
  readonly bankVersion: number;
  readonly scenes: number;
  readonly overall: Estimate & {
    /** Per cent of the points of all scenes of the bank, 1 to 100, whole (`scoreOn`). */
    readonly score: number;
    /** 80 %. */
    readonly scoreBand: readonly [number, number];
    /** Warm's weighted likelihood estimate, for research, logits; large error at the ends. */
    readonly wle: { readonly theta: number; readonly se: number };
  };
  /** Dimensions with at least one answer, each from its own items. */
  readonly dimensions: Readonly<Partial<Record<Dimension, Estimate>>>;
}
