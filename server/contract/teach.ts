/** The part of the contract for staff of an activity: who stands where, what became of grades, and trying it out. */
import type { Dimension, InvalidReason } from '../../scenarios/kit/log.ts';
import type { GradeReason } from './grade-reasons.ts';
import type { Adaptation, LevelsView } from './levels.ts';

/** GET /api/activity: everyone who began, from the tool's own rows. Times are ISO 8601, UTC. */
export interface ActivityAnswer {
  /** As the LMS calls it; may be empty. */
  readonly title: string;
  /** IANA name: staff see times in it. */
  readonly timeZone: string;
  readonly settings: SettingsView;
  /** In the order in which they first began. */
  readonly people: readonly PersonView[];
  /** False where the activity holds more than one answer reads. */
  readonly isComplete: boolean;
  /** Whether a record store of the study gets nothing until an operator acts; nothing is lost. */
  readonly isDeliveryStuck: boolean;
}

/** What the activity plays. */
export interface SettingsView {
  /** In order, or what later scenes are chosen from; null where the activity names what is not here (any more). */
  readonly scenes: readonly SceneTitle[] | null;
  /** Whether the scenes are chosen for each person as they play. */
  readonly isAdaptive: boolean;
  /** How many attempts a person may begin; null: any number. */
  readonly attempts: number | null;
}

interface SceneTitle {
  readonly scenario: string;
  readonly title: Readonly<Record<'fr' | 'en', string>>;
}

/** Somebody who began, without a name: names are the roster's. */
export interface PersonView {
  readonly personId: string;
  /** 1, 2, … by who first began here: stands in where there is no name, and stays. */
  readonly number: number;
  /** The latest attempt. */
  readonly attempt: {
    readonly id: string;
    readonly number: number;
    readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
    readonly startedAt: string;
    /** When the last thing happened: the end, once finished. */
    readonly lastAt: string;
    readonly scenesDone: number;
    /** Null where later scenes are still to be chosen. */
    readonly scenesAll: number | null;
    /** Where staff set the attempt aside: it counts neither for a grade nor for research. Null as long as it counts. */
    readonly setAside: { readonly reason: InvalidReason; readonly at: string } | null;
  };
  /** The newest score of a valid attempt, which may be an earlier one. */
  readonly result: {
    readonly attemptId: string;
    readonly attemptNumber: number;
    /** Whole number 1–100. */
    readonly score: number;
    /** Null for attempts of before levels were measured. */
    readonly levels: LevelsView | null;
  } | null;
  /** What to know of the attempt that the result is of, or else of the latest one; it takes nothing from a result. */
  readonly support: SupportView;
  /** Whether the person waits for somebody to look at a result. */
  readonly asksReview: boolean;
  /** The activity's own column. */
  readonly grade: GradeView;
  /** Columns of single dimensions that the gradebook did not take yet. */
  readonly dimensionGrades: readonly (GradeView & { readonly dimension: Dimension })[];
}

/** What eased or adapted a play, and what was not played to its end. */
export interface SupportView {
  readonly adaptations: readonly Adaptation[];
  /** Scenes passed over after they were opened. */
  readonly scenesSkipped: number;
  /** Scenes begun and not ended: missing, and never zero. */
  readonly scenesLeft: number;
}

export interface GradeView {
  /**
   * `none`: nothing to send yet. `not-graded`: finished with too few scenes for a score. `no-column`: there is a
   * score and the activity had no column for it. `withdrawn`: the attempt was set aside before it was sent.
   */
  readonly state: 'none' | 'not-graded' | 'no-column' | 'pending' | 'sent' | 'failed' | 'withdrawn';
  /** Null where there is nothing on its way. */
  readonly gradeId: string | null;
  /** When the gradebook took it. */
  readonly sentAt: string | null;
  /** Why it waits or was given up; null where nothing was in the way. */
  readonly reason: GradeReason | null;
}

/** GET /api/activity/roster: who is in the course, asked of the LMS anew; nothing of it is kept. */
export type RosterAnswer =
  | {
      readonly state: 'available';
      readonly people: readonly RosterPerson[];
      /** Whether the LMS tells names at all. */
      readonly hasNames: boolean;
      /** False where the list had more pages than we follow. */
      readonly isComplete: boolean;
    }
  | {
      /** `not-offered`: the LMS gave no list. `refused`: it gives none to us, and will not until something changes. */
      readonly state: 'not-offered' | 'unreachable' | 'not-authorized' | 'refused';
    };

export interface RosterPerson {
  /** Null where this person never opened the tool. */
  readonly personId: string | null;
  readonly name: string | null;
  readonly isLearner: boolean;
}

/** POST /api/activity/grades/:gradeId/resend. False where it is on its way already. */
export interface ResendAnswer {
  readonly resent: boolean;
}

/** POST /api/practice: where the browser goes to try the activity out. */
export interface PracticeAnswer {
  readonly pageUrl: string;
}
