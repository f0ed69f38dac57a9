/**
 * The review part of the contract: a person's attempts in one activity, and one of them in words. Staff get evidence
 * and timeline; a learner gets what was shown, by dimension. Times are milliseconds since 1970 UTC.
 */
import { z } from 'zod';
import type { Dimension, InvalidReason } from '../../scenarios/kit/log.ts';
import type { Change } from '../../scenarios/measurement/change.ts';
import type { Adaptation, LevelsView } from './levels.ts';
import type { NextStep } from './report.ts';
import type { Words } from './words.ts';

/** GET /api/review: whoever is reviewed in this activity; staff from the gradebook, or a learner themselves. */
export interface ReviewAnswer {
  readonly view: 'staff' | 'own';
  /** Newest first; practice is never among them. Empty where this person never began. */
  readonly attempts: readonly AttemptSummary[];
  readonly latest: AttemptReview | null;
  /** IANA name: dates are shown in it. */
  readonly timeZone: string;
}

export interface AttemptSummary {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly startedAt: number;
  /** Of the last entry, where the attempt is over. */
  readonly endedAt: number | null;
  /** 1–100, or null where there is none. */
  readonly score: number | null;
}

/** GET /api/review/:attemptId */
export type AttemptReview = StaffReview | OwnReview;

interface ReviewHead {
  readonly attempt: AttemptSummary;
  readonly timeZone: string;
  /** The language played last. */
  readonly language: 'fr' | 'en';
  /** Pauses and absences taken out. */
  readonly activeMs: number;
  /** What the score is made of. */
  readonly points: { readonly earned: number; readonly possible: number };
  /** Fewer finished scored scenes than this give no score; null where the form is no longer on this server. */
  readonly minScenes: number | null;
}

export interface StaffReview extends ReviewHead {
  readonly view: 'staff';
  readonly personId: string;
  /** Null as long as the attempt counts. */
  readonly setAside: SetAside | null;
  /** Null where too little was played for a level. */
  readonly levels: LevelsView | null;
  /** What staff wrote beside the level for each other; empty where nothing. The person never gets it. */
  readonly levelNote: string;
  /** What eased or adapted the play; it takes nothing from the result. */
  readonly adaptations: readonly Adaptation[];
  /** Where to begin: at most two dimensions, and none where too little was played for a level. */
  readonly nextSteps: readonly NextStep[];
  /** Every attempt of the person here, newest first. */
  readonly attempts: readonly AttemptCompared[];
  /** What the person said to the offer of somebody beside them; null where none was made, or answered. */
  readonly helperOffer: 'accepted' | 'declined' | null;
  readonly scenes: readonly SceneReview[];
}

/** What staff decided: the attempt counts neither for a grade nor for research. */
export interface SetAside {
  readonly reason: InvalidReason;
  readonly at: number;
}

export interface AttemptCompared extends AttemptSummary {
  /** Null as long as the attempt counts. */
  readonly setAside: SetAside | null;
  readonly scenesDone: number;
  readonly levels: LevelsView | null;
  /** Since the newest attempt before this one that has a level of the same bank; null where there is none. */
  readonly change: Change | null;
}

export interface OwnReview extends ReviewHead {
  readonly view: 'own';
  readonly scenes: readonly SceneSummary[];
  /** Over all played scenes. Never by rule: who may play again must not read the key. */
  readonly dimensions: readonly { readonly dimension: Dimension; readonly shown: 'all' | 'part' | 'none' }[];
}

export interface SceneSummary {
  readonly sceneId: string;
  /** Null where the scenario is no longer on this server. */
  readonly title: Words | null;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** Null while nobody was there. */
  readonly activeMs: number | null;
  /** False where the scene measures nothing: no score, grade or minimum counts it. */
  readonly isScored: boolean;
  /** Whether help stood open from the start (ADR 11). */
  readonly isEased: boolean;
}

export interface SceneReview extends SceneSummary {
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly points: number;
    readonly max: number;
  }[];
  /** What was seen, and counted. */
  readonly seen: readonly Words[];
  /** What was seen but not counted: help showed how, or the scene was passed over. */
  readonly uncounted: readonly Words[];
  /** What was not seen. */
  readonly toWork: readonly Words[];
  /** Talking points. */
  readonly misconceptions: readonly TalkingPoint[];
  /** Topics of help with the highest step taken: 1 said again, 2 shown where, 3 shown how. */
  readonly help: readonly { readonly topic: Words; readonly step: 1 | 2 | 3 }[];
  /** How often something was read aloud. */
  readonly listens: number;
  /** How often somebody beside the person lent a hand; it takes nothing from the result. */
  readonly assists: number;
  /** Over so soon, and with so few actions, that the person may not have been at it: the result says little. */
  readonly isBrief: boolean;
}

export interface TalkingPoint {
  /** What was seen. */
  readonly text: Words;
  /** An open question to begin with. */
  readonly ask: Words | null;
}

/** GET /api/review/:attemptId/timeline?from=<logSeq>, for staff only. */
export const TimelineQuery = z.object({
  from: z.coerce.number().int().min(1).max(1_000_000_000).default(1),
});

export interface TimelineAnswer {
  readonly entries: readonly TimelineEntry[];
  /** Where the next page begins; null after the last. */
  readonly nextFrom: number | null;
}

export interface TimelineEntry {
  readonly logSeq: number;
  readonly at: number;
  readonly sceneId: string | null;
  /** Since the scene began; null between scenes. */
  readonly sinceSceneMs: number | null;
  /** Key of a description, e.g. `mail.open`, `desk.help.2`, `frame.pause.button`. */
  readonly what: string;
  /** What the action was about, by name of the place in the description. */
  readonly names: Readonly<Record<string, Words>>;
  /** Length of a typed text; null where nothing was typed, or the text is gone. The text itself is never told. */
  readonly words: number | null;
  /** What a sent text says, as features, e.g. `yes`, `time`. */
  readonly features: readonly string[];
  /** True where the world refused the action: it had no effect. */
  readonly refused: boolean;
}
