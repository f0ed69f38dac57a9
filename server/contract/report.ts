/**
 * The report part of the contract: what a learner reads of their own play, and how they ask that a person look at it.
 * No logits, no points and no decimals. Times are milliseconds since 1970 UTC.
 */
import { z } from 'zod';
import type { Dimension } from '../../scenarios/kit/log.ts';
import type { LevelView } from '../../scenarios/measurement/zones.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { Words } from './words.ts';

/** GET /api/report, GET /api/report/:attemptId: the latest attempt of this person in this activity, or the one named. */
export interface ReportAnswer {
  /** Null where this person never began. */
  readonly report: LearnerReport | null;
  /** Newest first. */
  readonly attempts: readonly ReportAttempt[];
  /** IANA name: dates are shown in it. */
  readonly timeZone: string;
}

export interface ReportAttempt {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly startedAt: number;
}

export interface LearnerReport {
  readonly attempt: ReportAttempt;
  /** Staff trying the activity out: nobody can be asked to look at it. */
  readonly practice: boolean;
  /** In the order in which they are played. */
  readonly scenes: readonly ReportScene[];
  /** At most three, each really observed; said so that no key is given away. */
  readonly strengths: readonly Strength[];
  readonly result: ReportResult;
  /** At most two. */
  readonly nextSteps: readonly NextStep[];
  /** Whether the levels rest on expert guesses: « version pilote ». */
  readonly isPilot: boolean;
  /** The latest request for a person's look; null where none was made. */
  readonly request: RequestView | null;
}

interface ReportScene {
  readonly sceneId: string;
  /** Null where the scenario is no longer on this server. */
  readonly title: Words | null;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
}

export interface Strength {
  readonly dimension: Dimension;
  readonly words: Words;
}

export type ReportResult =
  /** The attempt goes on: no result yet. */
  | { readonly kind: 'not-over' }
  /** Staff set it aside: it counts for nothing, and nothing is said of it. */
  | { readonly kind: 'not-kept' }
  /** Too little was played for a level: so many scored scenes of those needed. */
  | { readonly kind: 'too-few'; readonly played: number; readonly needed: number }
  | {
      readonly kind: 'level';
      readonly overall: LevelView;
      /** Each dimension with an answer; null where too few scenes were played to tell them apart. */
      readonly dimensions: readonly (LevelView & { readonly dimension: Dimension })[] | null;
      /** Since the attempt before; null where there is none to compare with. A decline is never told. */
      readonly change: { readonly kind: 'progress' | 'stable'; readonly isSoon: boolean } | null;
    };

export interface NextStep {
  readonly dimension: Dimension;
  /** For whom the action is meant: the level that it starts from. */
  readonly level: 1 | 2 | 3 | 4;
  readonly resource: Resource | null;
  /** A scene to play again; null where none is here. */
  readonly practice: Words | null;
}

/**
 * POST /api/report/:attemptId/review-request: asks that a person look at the result. One is open at a time: a repeat
 * answers the open one as it is.
 */
export const ReviewRequestBody = z.strictObject({
  /** What the person wants to say about it; may be empty. */
  text: z.string().trim().max(500).default(''),
});

export interface RequestView {
  readonly state: 'asked' | 'answered';
  readonly askedAt: number;
  /** Their own words; null where there are none, or they were erased. */
  readonly text: string | null;
  readonly answeredAt: number | null;
  /** What staff answered. */
  readonly answer: string | null;
}

/** GET /api/resources: what learners of this organisation are pointed to, for staff. */
export interface ResourcesAnswer {
  /** The starter set, or a list that the organisation loaded. */
  readonly source: 'starter' | 'own';
  readonly resources: readonly Resource[];
}
