/** For staff of an activity: progress, grades, practice. */
import type { Dimension, InvalidReason } from '../../scenarios/kit/log.ts';
import type { GradeReason } from './grade-reasons.ts';
import type { Adaptation, LevelsView } from './levels.ts';

/** GET /api/activity: everyone who began, from the tool's own rows. Times are ISO 8601, UTC. */
export interface ActivityAnswer {
  /** From the LMS; may be empty. */
  readonly title: string;
  /** IANA name, for times. */
  readonly timeZone: string;
  readonly settings: SettingsView;
  /** In the order in which they first began. */
  readonly people: readonly PersonView[];
  /** False if the activity has more people than one response holds. */
  readonly isComplete: boolean;
  /** A record store of the study gets nothing until an operator acts; nothing is lost. */
  readonly isDeliveryStuck: boolean;
}

export interface SettingsView {
  /** In order, or the pool of an adaptive form; null if content is not on this server (any more). */
  readonly scenes: readonly SceneTitle[] | null;
  /** Scenes are chosen while each person plays. */
  readonly isAdaptive: boolean;
  /** Attempts per person; null: any number. */
  readonly attempts: number | null;
}

interface SceneTitle {
  readonly scenario: string;
  readonly title: Readonly<Record<'fr' | 'en', string>>;
}

/** Without name: names come from the roster. */
export interface PersonView {
  readonly personId: string;
  /** 1, 2, … in order of first start: stable, shown without a name. */
  readonly number: number;
  /** The latest. */
  readonly attempt: {
    readonly id: string;
    readonly number: number;
    readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
    readonly startedAt: string;
    /** Last action: the end, once finished. */
    readonly lastAt: string;
    readonly scenesDone: number;
    /** Null while later scenes are still to be chosen. */
    readonly scenesAll: number | null;
    /** Set aside by staff: counts neither for a grade nor for research. Null while it counts. */
    readonly setAside: { readonly reason: InvalidReason; readonly at: string } | null;
  };
  /** The newest score of a valid attempt, perhaps an earlier one. */
  readonly result: {
    readonly attemptId: string;
    readonly attemptNumber: number;
    /** Whole number 1–100. */
    readonly score: number;
    /** Null for attempts from before levels were measured. */
    readonly levels: LevelsView | null;
  } | null;
  /** Of the result's attempt, or else of the latest; takes nothing from a result. */
  readonly support: SupportView;
  /** Waits for a review of a result. */
  readonly asksReview: boolean;
  /** The activity's own column. */
  readonly grade: GradeView;
  /** Columns of single dimensions that the gradebook has not taken yet. */
  readonly dimensionGrades: readonly (GradeView & { readonly dimension: Dimension })[];
}

/** Adaptations, and scenes not completed. */
export interface SupportView {
  readonly adaptations: readonly Adaptation[];
  /** Skipped after opening. */
  readonly scenesSkipped: number;
  /** Begun and not ended: missing, never zero. */
  readonly scenesLeft: number;
}

export interface GradeView {
  /**
   * `none`: nothing to send yet. `not-graded`: too few scenes for a score. `no-column`: a score, but no
   * column. `withdrawn`: set aside before it was sent.
   */
  readonly state: 'none' | 'not-graded' | 'no-column' | 'pending' | 'sent' | 'failed' | 'withdrawn';
  /** Null if nothing is to be sent. */
  readonly gradeId: string | null;
  /** When the gradebook took it. */
  readonly sentAt: string | null;
  /** Why it waits or was given up; null without an obstacle. */
  readonly reason: GradeReason | null;
}

/** GET /api/activity/roster: fetched from the LMS each time, never stored. */
export type RosterAnswer =
  | {
      readonly state: 'available';
      readonly people: readonly RosterPerson[];
      /** The LMS sends names. */
      readonly hasNames: boolean;
      /** False if the list had more pages than we follow. */
      readonly isComplete: boolean;
    }
  | {
      /** `not-offered`: the LMS has no list for us. `refused`: permanent until something changes. */
      readonly state: 'not-offered' | 'unreachable' | 'not-authorized' | 'refused';
    };

export interface RosterPerson {
  /** Null if this person never opened the tool. */
  readonly personId: string | null;
  readonly name: string | null;
  readonly isLearner: boolean;
}

/** POST /api/activity/grades/:gradeId/resend. False if it is already on its way. */
export interface ResendAnswer {
  readonly resent: boolean;
}

/** POST /api/practice: where the browser goes to try the activity out. */
export interface PracticeAnswer {
  readonly pageUrl: string;
}
