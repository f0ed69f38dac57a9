/** What learners get: no logits, points or decimals. Times are milliseconds since 1970 UTC. */
import { z } from 'zod';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { LevelView } from '../../scenarios/measurement/zones.ts';
import type { Resource } from '../../scenarios/schema/resources.ts';
import type { CountingView } from './counting.ts';
import { freeText } from './free-text.ts';
import type { NextStep, Shown } from './told.ts';
import type { Words } from './words.ts';

/** GET /api/report, GET /api/report/:attemptId: the latest attempt, or the one named. */
export interface ReportAnswer {
  readonly report: LearnerReport | null;
  readonly attempts: readonly ListedAttempt[];
  readonly timeZone: string;
}

export interface ReportAttempt {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly startedAt: number;
}

export interface ListedAttempt extends ReportAttempt {
  /** Staff answered the latest request for a review. */
  readonly isAnswered: boolean;
}

export interface LearnerReport {
  /** As the course names it, else the form's title. */
  readonly activity: Words;
  readonly attempt: ReportAttempt;
  /** Practice of staff: no review can be requested. */
  readonly practice: boolean;
  readonly scenes: readonly ReportScene[];
  /** At most two; none with too few scenes. */
  readonly strengths: readonly Dimension[];
  /** At most three. */
  readonly shown: readonly Shown[];
  readonly result: ReportResult;
  readonly nextSteps: readonly NextStep[];
  /** Based on expert estimates: « version pilote ». */
  readonly isPilot: boolean;
  readonly request: RequestView | null;
  /** Null in practice. */
  readonly counting: CountingView | null;
}

export interface ReportScene {
  readonly sceneId: string;
  /** Null if the scenario is not on this server. */
  readonly title: Words | null;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
}

export type ReportResult =
  | { readonly kind: 'not-over' }
  /** Set aside by staff: nothing is said of it. */
  | { readonly kind: 'not-kept' }
  /** Staff look at it first: nothing is said of it until then. */
  | { readonly kind: 'held' }
  | { readonly kind: 'too-few'; readonly played: number; readonly needed: number }
  /** The activity has too few scenes for a level. */
  | { readonly kind: 'short'; readonly played: number }
  | {
      readonly kind: 'level';
      readonly overall: LevelView;
      /** Only those that are precise enough; perhaps none. */
      readonly dimensions: readonly (LevelView & { readonly dimension: Dimension })[];
      /** Scored scenes that were skipped: they count as 0, so the level may be low because of them. */
      readonly skipped: number;
      /** Null without an earlier attempt. A decline is never shown. */
      readonly change: { readonly kind: 'progress' | 'stable'; readonly isSoon: boolean } | null;
    };

/** POST /api/report/:attemptId/review-request: one is open at a time; a repeat returns it, with its text if it had none. */
export const ReviewRequestBody = z.strictObject({
  text: freeText(500).default(''),
});

export interface RequestView {
  readonly state: 'asked' | 'answered';
  readonly askedAt: number;
  /** Null if none, or erased. */
  readonly text: string | null;
  readonly answeredAt: number | null;
  readonly answer: string | null;
}

/** GET /api/resources, for staff. */
export interface ResourcesAnswer {
  /** The organisation's list, or the starter set. */
  readonly source: 'starter' | 'own';
  readonly resources: readonly Resource[];
}
