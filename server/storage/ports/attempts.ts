import type { Adaptation } from '../../../scenarios/measurement/adaptations.ts';
import type { InvalidReason, LogEntry, SceneChoice } from '../../../scenarios/kit/log.ts';
import type { Measure } from '../../../scenarios/kit/measurement-types.ts';
import type { AccessNeed } from '../../../scenarios/world/access.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { GradeIntent } from './grades.ts';

/** The part of an attempt that never changes. */
export interface Attempt {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  /** A trial by staff or by a test person: no grade, no statements. */
  readonly practice: boolean;
  /** 1, 2, … per person and resource link; trials are counted separately. */
  readonly number: number;
  readonly seed: number;
  readonly form: string;
  readonly bankVersion: number;
  readonly createdAt: number;
}

/** The state of an attempt after its last log entry; each append writes it whole. */
export interface AttemptProgress {
  /** logSeq of the last entry, 0 before the first. */
  readonly head: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: Language;
  readonly noticeVersion: string | null;
  readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
  /** Incremented when another page becomes the writer; 0 before the first. */
  readonly epoch: number;
  /** Random id of the page that is the writer. */
  readonly writer: string;
  /** The launch that the attempt was last opened from; empty in rows of earlier versions. */
  readonly launchId: string;
  /** Server time when that page opened the attempt, and the page's own clock at that moment. */
  readonly openedAt: number;
  readonly openedTMs: number;
  /** Last actionSeq stored in this epoch, 0 before the first. */
  readonly actionSeq: number;
  readonly lastAt: number;
  /** In playing order; in an adaptive attempt those chosen so far. */
  readonly scenes: readonly SceneProgress[];
  /** Scored scenarios that an adaptive attempt chooses from, fixed at its start; null if the form is fixed. */
  readonly pool: readonly string[] | null;
  /** The offer of a helper beside the person; null if none was made. */
  readonly helperOffer: 'due' | 'accepted' | 'declined' | null;
  /**
   * The estimate from the scenes played so far, by the pinned bank or that of the last rescoring. Null before the first
   * scored scene and in rows of earlier versions. Trials have one too.
   */
  readonly measure: Measure | null;
  /** Accommodations used up to the end of the last scene, in a fixed order. */
  readonly adaptations: readonly Adaptation[];
  /** The measure's score, a whole number 1–100; null until the form's minScenes are played. */
  readonly score: number | null;
  /** When it was finished or abandoned; null before, and in rows of earlier versions. */
  readonly endedAt: number | null;
  /** True from when staff reopen it until the person returns. */
  readonly isReopened: boolean;
  /** Whether it counts for the gradebook and for research. */
  readonly validity: Validity;
  /** What its tasks must allow, as staff had set it at the start. */
  readonly accessNeeds: readonly AccessNeed[];
}

export type Validity =
  | { readonly state: 'valid' }
  | {
      readonly state: 'invalid';
      readonly reason: InvalidReason;
      readonly at: number;
      /** The entry that invalidated it: research still gets the statement of this entry. */
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
  /** Help is open from the start (ADR 11). */
  readonly eased?: boolean;
  /** Why it was chosen, in an adaptive attempt. */
  readonly choice?: SceneChoice;
}

/** A log entry as stored: personal text is taken out of `event` and sealed under the person's key. */
export interface StoredEntry {
  readonly logSeq: number;
  /** LogEntry without the typed text. */
  readonly entry: LogEntry;
  /** Sealed `{ typed }`, or null. */
  readonly sealed: string | null;
}

/** A statement. It exists without any destination. */
export interface StatementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  /** Order among statements of one log entry, from 0. */
  readonly part: number;
  readonly tier: 1 | 2 | 3;
  /** JSON text, sent byte for byte. */
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
 * Names one statement by id and log entry. Ids are random, so an index of them would make every append slower; the log
 * entry finds it.
 */
export interface StatementRef {
  readonly attemptId: string;
  readonly logSeq: number;
  readonly statementId: string;
}

export interface Append {
  readonly organisationId: string;
  readonly attemptId: string;
  /** The append is refused if the head has moved from this. */
  readonly expectedHead: number;
  readonly entries: readonly StoredEntry[];
  readonly progress: AttemptProgress;
  readonly statements: readonly NewStatement[];
  /** At most one for each line item. */
  readonly gradeIntents: readonly GradeIntent[];
  /** Signed receipt, in the write that ends the attempt. */
  readonly receipt?: string;
}

export interface AttemptWithProgress {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
}

export interface AttemptsPort {
  /**
   * Inserts an attempt with its first entries. Returns the existing one, unchanged, if (person, resource link,
   * practice, number) is taken. Atomic.
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
  /** All but trials, highest number first; `before` is a number. */
  listByPerson(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    page: { limit: number; before?: number },
  ): Promise<AttemptWithProgress[]>;
  /** All but trials, oldest first. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** All but trials, oldest first. */
  listByStudy(
    organisationId: string,
    studyId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Across organisations: open and paused attempts whose last entry is not after `before`, longest idle first. */
  listIdle(before: number, limit: number): Promise<AttemptWithProgress[]>;
  /**
   * Writes entries, progress, statements and grade intents in one conditional write. Returns false if the head has
   * moved.
   * @throws RangeError if the batch has no entry, or a gap (check-append.ts)
   */
  append(append: Append): Promise<boolean>;
  /** In log order, from `fromSeq` on. */
  listEntries(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** Only `scene-ended` and `rescored`, in log order, from `fromSeq` on. */
  listOutcomes(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** In (logSeq, part) order, from `fromSeq` and `fromPart` (default 0) on. */
  listStatements(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; fromPart?: number; limit: number },
  ): Promise<StatementRow[]>;
  findReceipt(organisationId: string, attemptId: string): Promise<string | undefined>;
}
