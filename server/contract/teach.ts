import type { EffortFlag } from '../../scenarios/kit/effort-flags.ts';
import type { InvalidReason } from '../../scenarios/kit/log.ts';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import type { CountingView } from './counting.ts';
import type { GradeKind, GradeShown } from './grade-kinds.ts';
import type { GradeReason } from './grade-reasons.ts';
import type { Adaptation, LevelsView } from './levels.ts';

/** GET /api/activity: the tool's own rows. Times are ISO 8601, UTC. */
export interface ActivityAnswer {
  /** From the LMS; may be empty. */
  readonly title: string;
  readonly timeZone: string;
  readonly settings: SettingsView;
  readonly reach: ReachKind;
  /** Null unless staff choose the column; null for staff limited to groups. */
  readonly column: {
    /** Grades that wait for the choice. */
    readonly waiting: number;
    readonly isChosen: boolean;
  } | null;
  /** In the order in which they first started. */
  readonly people: readonly PersonView[];
  /** False beyond the limit of one response. */
  readonly isComplete: boolean;
  /** A record store waits for an operator; nothing is lost. */
  readonly isDeliveryStuck: boolean;
}

/**
 * Whom these staff see: everybody, people of their groups, or nobody if they are
 * in no group of a course with groups.
 */
export type ReachKind = 'everyone' | 'own-groups' | 'no-group';

export interface SettingsView {
  /** In order, or an adaptive form's pool; null if content is missing here. */
  readonly scenes: readonly SceneTitle[] | null;
  readonly isAdaptive: boolean;
  /** Maximum per person; null: any number. */
  readonly attempts: number | null;
  readonly grade: {
    readonly kind: GradeKind;
    /** Too few scenes for a level: always « fait ». */
    readonly isAlwaysDone: boolean;
    readonly shown: GradeShown;
    /** Grades that stay though their attempts don't count; 0 for staff limited to groups. */
    readonly left: number;
  };
}

interface SceneTitle {
  readonly scenario: string;
  readonly title: Readonly<Record<'fr' | 'en', string>>;
}

/** Names come from the roster. */
export interface PersonView {
  readonly personId: string;
  /** By first start, among the people whom these staff see; shown if there is no name. */
  readonly number: number;
  /** The LMS's ids, as it last told them. */
  readonly groupIds: readonly string[];
  readonly attempt: {
    readonly id: string;
    readonly number: number;
    readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
    readonly startedAt: string;
    /** Time of the last action, or of the end. */
    readonly lastAt: string;
    /** Of those that are measured, as in the grade's comment. */
    readonly scenesDone: number;
    /** Null while later scenes are still to be chosen. */
    readonly scenesAll: number | null;
    /** Counts neither for a grade nor for research. */
    readonly setAside: { readonly reason: InvalidReason; readonly at: string } | null;
  };
  /** The newest earlier one that counts. */
  readonly finishedBefore: { readonly number: number; readonly at: string } | null;
  readonly counting: CountingView | null;
  /** Of the newest valid attempt with a level. */
  readonly result: {
    readonly attemptId: string;
    readonly attemptNumber: number;
    /** Whole number 1–100. */
    readonly score: number;
    readonly levels: LevelsView;
  } | null;
  /** Of the result's attempt, or else of the latest. */
  readonly support: SupportView;
  /** Attempts, oldest first, that count only if staff say so. */
  readonly held: readonly { readonly number: number; readonly heldFor: readonly EffortFlag[] }[];
  readonly asksReview: boolean;
  /** Of the oldest request that waits for an answer. */
  readonly askedAttemptId: string | null;
  /** What staff look at first: what waits for their answer or decision, else what counts, else the latest. */
  readonly work: { readonly attemptId: string; readonly number: number };
  readonly grade: GradeView;
  /** Dimensions whose grade was not sent, or changed in the gradebook. */
  readonly dimensionGrades: readonly (GradeView & { readonly dimension: Dimension })[];
}

export interface SupportView {
  readonly adaptations: readonly Adaptation[];
  /** Skipped after opening. */
  readonly scenesSkipped: number;
  /** Begun and not ended: missing, never zero. */
  readonly scenesLeft: number;
}

export interface GradeView {
  /**
   * `none`: nothing to send yet. `not-graded`: too few scenes. `no-column`: a score, but no column.
   * `withdrawn`: set aside before it was sent. `left`: set aside, and still in the gradebook. `held`: waits until
   * staff decide.
   */
  readonly state:
    'none' | 'not-graded' | 'no-column' | 'pending' | 'sent' | 'failed' | 'withdrawn' | 'left' | 'held';
  readonly gradeId: string | null;
  readonly sentAt: string | null;
  readonly reason: GradeReason | null;
  /** Out of 100, if a teacher changed the score in the gradebook. */
  readonly changed: { readonly sent: number; readonly shown: number } | null;
}

/** GET /api/activity/roster: from the LMS each time, never stored. */
export type RosterAnswer =
  | {
      readonly state: 'available';
      readonly people: readonly RosterPerson[];
      /** Only those that the LMS names. */
      readonly groups: readonly GroupName[];
      readonly hasNames: boolean;
      /** False if the list had more pages than we follow. */
      readonly isComplete: boolean;
    }
  | {
      /** `not-offered`: no list for us. `refused`: until something changes. */
      readonly state: 'not-offered' | 'unreachable' | 'not-authorized' | 'refused';
    };

export interface RosterPerson {
  /** Null if this person never opened the tool. */
  readonly personId: string | null;
  readonly name: string | null;
  readonly isLearner: boolean;
  readonly groupIds: readonly string[];
}

export interface GroupName {
  readonly id: string;
  readonly name: string;
}

/** POST /api/activity/grades/:gradeId/resend. False if already on its way. */
export interface ResendAnswer {
  readonly resent: boolean;
}

/** POST /api/practice: where the browser goes. */
export interface PracticeAnswer {
  readonly pageUrl: string;
}
