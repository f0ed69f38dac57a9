/**
 * Staff get evidence and timeline; a learner gets only how much was shown, by dimension. Times are
 * milliseconds since 1970 UTC.
 */
import { z } from 'zod';
import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { InvalidReason } from '../../scenarios/kit/log.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { Change } from '../../scenarios/measurement/change.ts';
import type { Adaptation, LevelsView } from './levels.ts';
import type { ReportAttempt, ReportScene } from './report.ts';
import type { ReviewRequestView } from './staff-actions.ts';
import type { NextStep, ScenePoint, Shown, TalkingPoint } from './told.ts';
import type { Words } from './words.ts';

/** GET /api/review: staff from the gradebook, or the learner. */
export interface ReviewAnswer {
  readonly view: 'staff' | 'own';
  /** No group in common with these staff: nothing is listed. */
  readonly isOtherGroup: boolean;
  /** Newest first, without practice. */
  readonly attempts: readonly AttemptSummary[];
  readonly latest: AttemptReview | null;
  readonly timeZone: string;
}

export interface AttemptSummary extends ReportAttempt {
  readonly endedAt: number | null;
  /** Title of its set of scenes, if that is not the activity's. */
  readonly ownForm: Words | null;
  /** 1–100; null without a level. */
  readonly score: number | null;
}

/** GET /api/review/:attemptId */
export type AttemptReview = StaffReview | OwnReview;

interface ReviewHead {
  readonly attempt: AttemptSummary;
  readonly timeZone: string;
  readonly language: 'fr' | 'en';
  /** Without pauses and absences. */
  readonly activeMs: number;
  /** Finished scored scenes for a level; null if the attempt has fewer. */
  readonly scenesNeeded: number | null;
}

export interface StaffReview extends ReviewHead {
  readonly view: 'staff';
  /** As the course names it, else the form's title. */
  readonly activity: Words;
  readonly personId: string;
  readonly setAside: SetAside | null;
  /** Flags that staff have not decided on: the grade waits. */
  readonly heldFor: readonly EffortFlag[];
  /** The person's requests that wait for an answer. */
  readonly requests: readonly ReviewRequestView[];
  /** Null with too few scenes. */
  readonly levels: LevelsView | null;
  /** From staff to staff; never sent to the person. */
  readonly levelNote: string;
  /** Adaptations take nothing from the result. */
  readonly adaptations: readonly Adaptation[];
  /** At most two; none with too few scenes. As in the gradebook and the report. */
  readonly strengths: readonly Dimension[];
  /** At most three sentences, as the person reads them. */
  readonly shown: readonly Shown[];
  /** The most harmful first. */
  readonly talkingPoints: readonly ScenePoint[];
  /** At most two; none with too few scenes. */
  readonly nextSteps: readonly NextStep[];
  readonly attempts: readonly AttemptCompared[];
  readonly helperOffer: 'accepted' | 'declined' | null;
  readonly scenes: readonly SceneReview[];
}

/** Set aside: counts neither for a grade nor for research. */
export interface SetAside {
  readonly reason: InvalidReason;
  readonly at: number;
}

export interface AttemptCompared extends AttemptSummary {
  readonly setAside: SetAside | null;
  /** Waits until staff decide. */
  readonly isHeld: boolean;
  readonly scenesDone: number;
  readonly levels: LevelsView | null;
  /** Since the last level of the same bank. */
  readonly change: Change | null;
}

export interface OwnReview extends ReviewHead {
  readonly view: 'own';
  readonly scenes: readonly SceneSummary[];
  /** Never by rule: who may play again must not read the key. */
  readonly dimensions: readonly { readonly dimension: Dimension; readonly shown: 'all' | 'part' | 'none' }[];
}

export interface SceneSummary extends ReportScene {
  readonly activeMs: number | null;
  /** False: counts for no score, grade or minimum. */
  readonly isScored: boolean;
  /** Help was open from the start (ADR 11). */
  readonly isEased: boolean;
}

export interface SceneReview extends SceneSummary {
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly points: number;
    readonly max: number;
  }[];
  /** Seen and counted. */
  readonly seen: readonly Words[];
  /** Help showed how, or the scene was skipped. */
  readonly uncounted: readonly Words[];
  readonly toWork: readonly Words[];
  readonly misconceptions: readonly TalkingPoint[];
  /** Highest step used: 1 said again, 2 shown where, 3 shown how. */
  readonly help: readonly { readonly topic: Words; readonly step: 1 | 2 | 3 }[];
  readonly listens: number;
  /** Times that a helper acted; takes nothing from the result. */
  readonly assists: number;
  /** Too short for a reliable result. */
  readonly isBrief: boolean;
  /** They stay after staff decided. */
  readonly flags: readonly EffortFlag[];
}

/** GET /api/review/:attemptId/timeline?from=<logSeq>, for staff only. */
export const TimelineQuery = z.object({
  from: z.coerce.number().int().min(1).max(1_000_000_000).default(1),
});

export interface TimelineAnswer {
  readonly entries: readonly TimelineEntry[];
  readonly nextFrom: number | null;
}

export interface TimelineEntry {
  readonly logSeq: number;
  readonly at: number;
  readonly sceneId: string | null;
  /** Null between scenes. */
  readonly sinceSceneMs: number | null;
  /** Key of a description, e.g. `mail.open`, `desk.help.2`, `frame.pause.button`. */
  readonly what: string;
  /** By placeholder of the description. */
  readonly names: Readonly<Record<string, Words>>;
  /** Of a typed text, which is never sent. */
  readonly words: number | null;
  /** Of a sent text, e.g. `yes`, `time`. */
  readonly features: readonly string[];
  /** The world refused the action: no effect. */
  readonly refused: boolean;
}
