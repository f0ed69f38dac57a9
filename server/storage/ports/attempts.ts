import type { Adaptation } from '../../../scenarios/measurement/adaptations.ts';
import type { InvalidReason, LogEntry, SceneChoice } from '../../../scenarios/kit/log.ts';
import type { Measure } from '../../../scenarios/kit/measurement-types.ts';
import type { AccessNeed } from '../../../scenarios/world/access.ts';
import type { Language } from '../../../scenarios/world/base.ts';
import type { GradeIntent } from './grades.ts';

export interface Attempt {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly studyId: string;
  readonly personId: string;
  readonly resourceLinkId: string;
  /** A trial by staff or a test person: no grade, no statements. */
  readonly practice: boolean;
  /** From 1, per person and resource link; trials count separately. */
  readonly number: number;
  readonly seed: number;
  readonly form: string;
  readonly bankVersion: number;
  readonly createdAt: number;
}

/** The state after the last log entry; each append replaces it. */
export interface AttemptProgress {
  /** Last logSeq; 0 before the first. */
  readonly head: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: Language;
  readonly noticeVersion: string | null;
  readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
  /** Incremented when another page becomes the writer; 0 before the first. */
  readonly epoch: number;
  /** Random id of the writing page. */
  readonly writer: string;
  /** Last launch that opened it; empty in rows of earlier versions. */
  readonly launchId: string;
  /** When that page opened it: server time, and the page's own clock. */
  readonly openedAt: number;
  readonly openedTMs: number;
  /** Last actionSeq of this epoch; 0 before the first. */
  readonly actionSeq: number;
  readonly lastAt: number;
  /** In playing order; in an adaptive attempt those chosen so far. */
  readonly scenes: readonly SceneProgress[];
  /** Scored scenarios an adaptive attempt chooses from, fixed at its start; null for a fixed form. */
  readonly pool: readonly string[] | null;
  /** Null if no helper was offered. */
  readonly helperOffer: 'due' | 'accepted' | 'declined' | null;
  /**
   * Estimate from the scenes so far, by the pinned bank or the last rescoring's. Null before the first scored
   * scene and in rows of earlier versions.
   */
  readonly measure: Measure | null;
  /** Accommodations used up to the end of the last scene, in a fixed order. */
  readonly adaptations: readonly Adaptation[];
  /** Whole number 1–100; null until the form's minScenes are played. */
  readonly score: number | null;
  /** Finished or abandoned; null before, and in rows of earlier versions. */
  readonly endedAt: number | null;
  /** From staff's reopening until the person returns. */
  readonly isReopened: boolean;
  /** Whether it counts for gradebook and research. */
  readonly validity: Validity;
  /** As staff had set it at the start. */
  readonly accessNeeds: readonly AccessNeed[];
}

export type Validity =
  | { readonly state: 'valid' }
  | {
      readonly state: 'invalid';
      readonly reason: InvalidReason;
      readonly at: number;
      /** The invalidating entry: research still gets its statement. */
      readonly logSeq: number;
    };

export interface SceneProgress {
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** First logSeq; 0 while waiting. */
  readonly fromSeq: number;
  /** Help is open from the start (ADR 11). */
  readonly eased?: boolean;
  /** Adaptive attempts only. */
  readonly choice?: SceneChoice;
}

/** Personal text is taken out of `event` and sealed under the person's key. */
export interface StoredEntry {
  readonly logSeq: number;
  readonly entry: LogEntry;
  /** Sealed `{ typed }`, or null. */
  readonly sealed: string | null;
}

/** Exists without any destination. */
export interface StatementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  /** Order within one log entry, from 0. */
  readonly part: number;
  readonly tier: 1 | 2 | 3;
  /** JSON, sent byte for byte. */
  readonly bytes: string;
  readonly createdAt: number;
}

export interface NewStatement extends StatementRow {
  /**
   * The part of `bytes` common to other statements of the attempt, which a database may store once. In UTF-16
   * code units, as String.slice; must not cut a surrogate pair.
   */
  readonly shared?: { readonly from: number; readonly to: number };
}

/** Includes the log entry, by which it is found: an index of random ids would slow every append. */
export interface StatementRef {
  readonly attemptId: string;
  readonly logSeq: number;
  readonly statementId: string;
}

export interface Append {
  readonly organisationId: string;
  readonly attemptId: string;
  /** Refused if the head has moved. */
  readonly expectedHead: number;
  readonly entries: readonly StoredEntry[];
  readonly progress: AttemptProgress;
  readonly statements: readonly NewStatement[];
  /** At most one per line item. */
  readonly gradeIntents: readonly GradeIntent[];
  /** Signed; in the write that ends the attempt. */
  readonly receipt?: string;
}

export interface AttemptWithProgress {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
}

export interface AttemptsPort {
  /**
   * Returns the existing attempt, unchanged, if (person, resource link, practice, number) is taken. Atomic.
   */
  create(
    attempt: Attempt,
    first: Omit<Append, 'organisationId' | 'attemptId' | 'expectedHead'>,
  ): Promise<AttemptWithProgress>;
  find(organisationId: string, attemptId: string): Promise<AttemptWithProgress | undefined>;
  /** By number. */
  findLatest(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    practice: boolean,
  ): Promise<AttemptWithProgress | undefined>;
  /** Without trials, highest number first; `before` is a number. */
  listByPerson(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    page: { limit: number; before?: number },
  ): Promise<AttemptWithProgress[]>;
  /** Without trials, oldest first. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Without trials, oldest first. */
  listByStudy(
    organisationId: string,
    studyId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Across organisations: open and paused attempts idle since `before`, longest first. */
  listIdle(before: number, limit: number): Promise<AttemptWithProgress[]>;
  /**
   * One conditional write; false if the head has moved.
   * @throws RangeError if the batch has no entry, or a gap (check-append.ts)
   */
  append(append: Append): Promise<boolean>;
  /** In log order, from `fromSeq`. */
  listEntries(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** Only `scene-ended` and `rescored`, in log order, from `fromSeq`. */
  listOutcomes(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** In (logSeq, part) order, from `fromSeq` and `fromPart` (default 0). */
  listStatements(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; fromPart?: number; limit: number },
  ): Promise<StatementRow[]>;
  findReceipt(organisationId: string, attemptId: string): Promise<string | undefined>;
}
