/**
 * What learners read of their own play: no logits, points or decimals. Times are milliseconds since 1970 UTC.
 */
import { z } from 'zod';
import type { Dimension } from '../../scenarios/kit/log.ts';
import type { LevelView } from '../../scenarios/measurement/zones.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { Words } from './words.ts';

/**
 * GET /api/report, GET /api/report/:attemptId: the latest attempt of this person in this activity, or the one
 * named.
 */
export interface ReportAnswer {
  /** Null if this person never began. */
  readonly report: LearnerReport | null;
  /** Newest first. */
  readonly attempts: readonly ReportAttempt[];
  /** IANA name, for dates. */
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
  /** Staff trying the activity out: no review can be requested. */
  readonly practice: boolean;
  /** In playing order. */
  readonly scenes: readonly ReportScene[];
  /** At most three, all observed; worded so that no key is revealed. */
  readonly strengths: readonly Strength[];
  readonly result: ReportResult;
  /** At most two. */
  readonly nextSteps: readonly NextStep[];
  /** Levels rest on expert estimates: « version pilote ». */
  readonly isPilot: boolean;
  /** The latest request for a human review, if any. */
  readonly request: RequestView | null;
}

interface ReportScene {
  readonly sceneId: string;
  /** Null if the scenario is no longer on this server. */
  readonly title: Words | null;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
}

export interface Strength {
  readonly dimension: Dimension;
  readonly words: Words;
}

export type ReportResult =
  /** Still going on. */
  | { readonly kind: 'not-over' }
  /** Set aside by staff: nothing is said of it. */
  | { readonly kind: 'not-kept' }
  /** Too few scored scenes for a level. */
  | { readonly kind: 'too-few'; readonly played: number; readonly needed: number }
  | {
      readonly kind: 'level';
      readonly overall: LevelView;
      /** Each dimension with a result; null with too few scenes to separate them. */
      readonly dimensions: readonly (LevelView & { readonly dimension: Dimension })[] | null;
      /** Since the attempt before; null without one to compare. A decline is never shown. */
      readonly change: { readonly kind: 'progress' | 'stable'; readonly isSoon: boolean } | null;
    };

export interface NextStep {
  readonly dimension: Dimension;
  /** The level that the action starts from. */
  readonly level: 1 | 2 | 3 | 4;
  readonly resource: Resource | null;
  /** A scene to play again, if one is here. */
  readonly practice: Words | null;
}

/**
 * POST /api/report/:attemptId/review-request: asks for a human review. One is open at a time: a repeat
 * returns the open one.
 */
export const ReviewRequestBody = z.strictObject({
  /** May be empty. */
  text: z.string().trim().max(500).default(''),
});

export interface RequestView {
  readonly state: 'asked' | 'answered';
  readonly askedAt: number;
  /** The person's words; null if there are none, or they were erased. */
  readonly text: string | null;
  readonly answeredAt: number | null;
  readonly answer: string | null;
}

/** GET /api/resources: where learners of this organisation are referred to, for staff. */
export interface ResourcesAnswer {
  /** The starter set, or the organisation's list. */
  readonly source: 'starter' | 'own';
  readonly resources: readonly Resource[];
}
