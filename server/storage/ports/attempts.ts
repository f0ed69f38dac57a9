/** Attempts: what never changes, where they stand, their log and their statements. */
import type { Adaptation } from '../../../scenarios/measurement/adaptations.ts';
import type { InvalidReason, LogEntry, SceneChoice } from '../../../scenarios/kit/log.ts';
import type { Measure } from '../../../scenarios/kit/measurement-types.ts';
import type { AccessNeed } from '../../../scenarios/world/access.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { GradeIntent } from './grades.ts';

/** What never changes in an attempt. */
export interface Attempt {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  /** Staff trying the activity out, or a test person: no grade, no statements. */
  readonly practice: boolean;
  /** 1, 2, … per person and resource link; practice counts apart. */
  readonly number: number;
  readonly seed: number;
  readonly form: string;
  readonly bankVersion: number;
  readonly createdAt: number;
}

/** Where an attempt stands after its last log entry; each append carries it whole. */
export interface AttemptProgress {
  /** logSeq of the last entry, 0 before the first. */
  readonly head: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: Language;
  readonly noticeVersion: string | null;
  readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
  /** Raised each time another page takes the pen. 0 before the first. */
  readonly epoch: number;
  /** Random id of the page that holds the pen. */
  readonly writer: string;
  /** The launch that the attempt was last opened from; empty in rows of before. */
  readonly launchId: string;
  /** Server time at which that page opened the attempt, and the page's own clock then. */
  readonly openedAt: number;
  readonly openedTMs: number;
  /** Last actionSeq stored in this epoch, 0 before the first. */
  readonly actionSeq: number;
  /** Time of the last entry. */
  readonly lastAt: number;
  /** In the order in which they are played; in an adaptive attempt those that were chosen so far. */
  readonly scenes: readonly SceneProgress[];
  /** Scored scenarios that an adaptive attempt chooses from, as at its start; null where the form is fixed. */
  readonly pool: readonly string[] | null;
  /** The offer of somebody beside the person; null where none was made. */
  readonly helperOffer: 'due' | 'accepted' | 'declined' | null;
  /**
   * What the scenes played so far say of the person, by the pinned bank or that of the last rescoring; null before the
   * first scored scene, and in rows of before. Staff's trials have one too.
   */
  readonly measure: Measure | null;
  /** What eased or adapted the play up to the last scene's end, in a fixed order. */
  readonly adaptations: readonly Adaptation[];
  /** The measure's score (1–100, whole) from the form's minScenes on; else null: too little was played for a grade. */
  readonly score: number | null;
  /** When it was finished or abandoned; null while it goes on, and in rows of before. */
  readonly endedAt: number | null;
  /** True from when staff opened it again until the person comes back to it. */
  readonly isReopened: boolean;
  /** Whether it counts for the gradebook and for research. */
  readonly validity: Validity;
  /** What its tasks must allow, as staff had set it when it began. */
  readonly accessNeeds: readonly AccessNeed[];
}

export type Validity =
  | { readonly state: 'valid' }
  | {
      readonly state: 'invalid';
      readonly reason: InvalidReason;
      readonly at: number;
      /** The entry that says so: its statement is the one that research still gets. */
      readonly logSeq: number;
    };

export interface SceneProgress {
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** logSeq of its first entry, 0 while waiting. */
  readonly fromSeq: number;
  /** Help stands open from the start (ADR 11). */
  readonly eased?: boolean;
  /** Why it was chosen, in an adaptive attempt. */
  readonly choice?: SceneChoice;
}

/** A log entry as kept: personal text is taken out of `event` and sealed under the person's key. */
export interface StoredEntry {
  readonly logSeq: number;
  /** LogEntry without the typed text. */
  readonly entry: LogEntry;
  /** Sealed `{ typed }`, or null. */
  readonly sealed: string | null;
}

/** A statement as produced: frozen bytes, needing no destination. */
export interface StatementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  /** Order among statements of one log entry, from 0. */
  readonly part: number;
  readonly tier: 1 | 2 | 3;
  /** JSON text, sent as it is, byte for byte. */
  readonly bytes: string;
  readonly createdAt: number;
}

/** A statement that is to be stored. */
export interface NewStatement extends StatementRow {
  /**
   * The stretch of `bytes` that other statements of the attempt have too, so that a database may store it once. In UTF-16 code
   * units, as String.slice counts; it must not cut a surrogate pair.
   */
  readonly shared?: { readonly from: number; readonly to: number };
}

/**
 * Names one statement. With its id goes the log entry that it stands for, by which it is found: ids are random, and an index
 * of them would cost every action.
 */
export interface StatementRef {
  readonly attemptId: string;
  readonly logSeq: number;
  readonly statementId: string;
}

export interface Append {
  readonly organisationId: string;
  readonly attemptId: string;
  /** The append happens only if the attempt's head still is this. */
  readonly expectedHead: number;
  readonly entries: readonly StoredEntry[];
  readonly progress: AttemptProgress;
  readonly statements: readonly NewStatement[];
  /** At most one for each line item. */
  readonly gradeIntents: readonly GradeIntent[];
  /** Signed receipt of the attempt's statements, in the write that ends it. */
  readonly receipt?: string;
}

export interface AttemptWithProgress {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
}

export interface AttemptsPort {
  /**
   * Inserts an attempt with its first entries, or answers the one that (person, resource link, practice, number) already
   * names, untouched. Atomic.
   */
  create(
    attempt: Attempt,
    first: Omit<Append, 'organisationId' | 'attemptId' | 'expectedHead'>,
  ): Promise<AttemptWithProgress>;
  find(organisationId: string, attemptId: string): Promise<AttemptWithProgress | undefined>;
  /** The one with the highest number. */
  findLatest(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    practice: boolean,
  ): Promise<AttemptWithProgress | undefined>;
  /** Every attempt of a person in an activity but practice, highest number first; `before` is a number. */
  listByPerson(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    page: { limit: number; before?: number },
  ): Promise<AttemptWithProgress[]>;
  /** Every attempt of an activity but practice, oldest first. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Every attempt of a study but practice, oldest first. */
  listByStudy(
    organisationId: string,
    studyId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Of every organisation: attempts that are not over and whose last entry is not after `before`, longest idle first. */
  listIdle(before: number, limit: number): Promise<AttemptWithProgress[]>;
  /**
   * Entries, progress, statements and grade intent in one conditional write; false where the head moved. Throws
   * RangeError where the batch itself is wrong (check-append.ts): it holds at least one entry and no gap.
   */
  append(append: Append): Promise<boolean>;
  /** In log order, from `fromSeq` on. */
  listEntries(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** Only the entries that tell what a scene or a rescoring gave (`scene-ended`, `rescored`); in log order, from `fromSeq` on. */
  listOutcomes(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** In (logSeq, part) order, from `fromSeq` and `fromPart` (0 where absent) on. */
  listStatements(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; fromPart?: number; limit: number },
  ): Promise<StatementRow[]>;
  /** The receipt that came with the attempt's end. */
  findReceipt(organisationId: string, attemptId: string): Promise<string | undefined>;
}
