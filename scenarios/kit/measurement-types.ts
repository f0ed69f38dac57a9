/**
 * The words of measurement: items with their parameters, answers to them, and what they say of a person. Abilities and
 * steps are logits; sources of the formulas are named where they stand.
 */
import type { Dimension } from './dimensions.ts';

/** 1 « Je découvre » to 4 « Je m’adapte et j’aide les autres » (assessment.md §1.6). */
export type Level = 1 | 2 | 3 | 4;

/** One item: what a scenario shows of a dimension, as a number of points. */
export interface ItemParameters {
  readonly scenario: string;
  readonly dimension: Dimension;
  /** a of the generalised partial credit model; 1 in the partial credit model. */
  readonly slope: number;
  /** b_1 … b_m, logits: one for each point that can be earned. */
  readonly steps: readonly number[];
  /** Of each step, where it was estimated from data. */
  readonly standardErrors?: readonly number[];
  /** What the figures rest on. */
  readonly provenance: 'expert-guess' | 'calibrated';
  /** How many persons answered it in the calibration; absent in a guess. */
  readonly persons?: number;
}

/** All items with their parameters. A version never changes; new figures are a new version. */
export interface Bank {
  readonly version: number;
  readonly model: 'pcm' | 'gpcm';
  /** Where the figures come from, in a sentence for researchers. */
  readonly source: string;
  /** Of abilities in the public, logits. */
  readonly prior: { readonly mean: number; readonly sd: number };
  /** Lower edges of levels 2, 3 and 4, logits. */
  readonly cuts: readonly [number, number, number];
  /** Doubt about the difficulty of an item that is a guess: a standard deviation in logits (assessment.md §3.2). */
  readonly difficultyDoubt: number;
  readonly items: readonly ItemParameters[];
}

/** An answer to an item: points from 0 to the number of steps. What is missing is not listed; it is never 0. */
export interface Response {
  readonly item: ItemParameters;
  readonly points: number;
}

/** What answers say of an ability. */
export interface Estimate {
  /** EAP, logits. */
  readonly theta: number;
  /** Posterior standard deviation with the doubt about difficulties, logits. */
  readonly se: number;
  /** 80 % band, logits: theta ± 1.28 se. */
  readonly band: readonly [number, number];
  /** How likely each level is; sums to 1. */
  readonly levelShares: readonly [number, number, number, number];
  /** The likeliest level. */
  readonly level: Level;
  /** The neighbour that comes next, where the likeliest has less than 0.6; else null: « entre N2 et N3 ». */
  readonly between: Level | null;
  /** How many items were answered. */
  readonly items: number;
}

/** What is known of a person after some scenes: kept with the attempt, made anew from the log at any time. */
export interface Measure {
  readonly bankVersion: number;
  /** Scored scenes played to their end. */
  readonly scenes: number;
  /** All items together. */
  readonly overall: Estimate & {
    /** Expected per cent of the points of the whole bank, 1 to 100, whole (assessment.md §6.4). */
    readonly score: number;
    /** The score at both ends of the band, 1 to 100, whole. */
    readonly scoreBand: readonly [number, number];
    /** Warm's weighted likelihood estimate, for research, logits; its error is large at the ends. */
    readonly wle: { readonly theta: number; readonly se: number };
  };
  /** Each dimension with at least one answer, by its own items alone. */
  readonly dimensions: Readonly<Partial<Record<Dimension, Estimate>>>;
}
