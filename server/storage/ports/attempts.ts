import type { EffortFlag } from '../../../scenarios/kit/effort-flags.ts';
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
  /** Tried out by staff or a test person: no grade, no statements. */
  readonly practice: boolean;
  /** From 1, per person and resource link; practice counts separately. */
  readonly number: number;
  readonly seed: number;
  readonly form: string;
  readonly bankVersion: number;
  readonly createdAt: number;
}

/** Each append replaces it. */
export interface AttemptProgress {
  /** logSeq of the last entry; 0 before the first. */
  readonly head: number;
  readonly status: 'open' | 'paused' | 'finished' | 'abandoned';
  readonly language: Language;
  readonly noticeVersion: string | null;
  readonly research: 'not-asked' | 'given' | 'refused' | 'withdrawn';
  /** Incremented when another page becomes the writer. */
  readonly epoch: number;
  /** Random id of the page that may write. */
  readonly writer: string;
  /** Id of the last launch; empty in rows of earlier versions. */
  readonly launchId: string;
  /** When that page opened it: server time, and the page's own clock. */
  readonly openedAt: number;
  readonly openedTMs: number;
  /** Number of this epoch's last action; 0 before the first. */
  readonly actionSeq: number;
  readonly lastAt: number;
  readonly scenes: readonly SceneProgress[];
  /** Scenarios an adaptive attempt chooses from, fixed at its start. */
  readonly pool: readonly string[] | null;
  readonly helperOffer: 'due' | 'accepted' | 'declined' | null;
  /**
   * By the pinned bank or that of the last rescoring. Null before the first scored scene and in rows of earlier
   * versions.
   */
  readonly measure: Measure | null;
  /** Adaptations used up to the end of the last scene. */
  readonly adaptations: readonly Adaptation[];
  /** Whole number 1–100; null until the form's minScenes are played. */
  readonly score: number | null;
  /** Null before the end, and in rows of earlier versions. */
  readonly endedAt: number | null;
  /** True until the person returns. */
  readonly isReopened: boolean;
  readonly validity: Validity;
  /** Flags that staff have not decided on; the grade waits for them. */
  readonly heldFor: readonly EffortFlag[];
  /** As set at the start. */
  readonly accessNeeds: readonly AccessNeed[];
}

export type Validity =
  | { readonly state: 'valid' }
  | {
      readonly state: 'invalid';
      readonly reason: InvalidReason;
      readonly at: number;
      /** logSeq of the entry that invalidated it: research still gets its statement. */
      readonly logSeq: number;
    };

export interface SceneProgress {
  readonly sceneId: string;
  readonly scenario: string;
  readonly worldVersion: number;
  readonly scoringVersion: number;
  readonly status: 'waiting' | 'open' | 'done' | 'skipped' | 'left';
  /** logSeq from which the scene's entries begin; 0 while it waits. */
  readonly fromSeq: number;
  /** Weight of the stored actions; absent before the first, and in rows of earlier versions. */
  readonly spent?: number;
  /** Help is open from the start (ADR 11). */
  readonly eased?: boolean;
  readonly choice?: SceneChoice;
}

/** Personal text is sealed under the person's key. */
export interface StoredEntry {
  readonly logSeq: number;
  readonly entry: LogEntry;
  /** Sealed `{ typed }`, or null. */
  readonly sealed: string | null;
}

export interface StatementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  /** Order within the log entry, from 0. */
  readonly part: number;
  readonly tier: 1 | 2 | 3;
  /** JSON, sent byte for byte. */
  readonly bytes: string;
  readonly createdAt: number;
}

export interface NewStatement extends StatementRow {
  /** Text common to the attempt's statements, in UTF-16 code units; must not cut a surrogate pair. */
  readonly shared?: { readonly from: number; readonly to: number };
}

/** Found by its log entry: an index of random ids would slow appends. */
export interface StatementRef {
  readonly attemptId: string;
  readonly logSeq: number;
  readonly statementId: string;
}

export interface Append {
  readonly organisationId: string;
  readonly attemptId: string;
  /** The append is refused if the head has moved. */
  readonly expectedHead: number;
  /** If given, the append is refused if `setResearch` changed it meanwhile. */
  readonly expectedResearch?: AttemptProgress['research'];
  readonly entries: readonly StoredEntry[];
  readonly progress: AttemptProgress;
  readonly statements: readonly NewStatement[];
  /** One per line item. */
  readonly gradeIntents: readonly GradeIntent[];
  /** Signed, if the attempt ends. */
  readonly receipt?: string;
}

export interface AttemptWithProgress {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
}

export interface AttemptsPort {
  /** Returns the existing attempt if (person, resource link, practice, number) is taken. */
  create(
    attempt: Attempt,
    first: Omit<Append, 'organisationId' | 'attemptId' | 'expectedHead'>,
  ): Promise<AttemptWithProgress>;
  find(organisationId: string, attemptId: string): Promise<AttemptWithProgress | undefined>;
  findLatest(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    practice: boolean,
  ): Promise<AttemptWithProgress | undefined>;
  /** Without practice, highest number first. */
  listByPerson(
    organisationId: string,
    personId: string,
    resourceLinkId: string,
    page: { limit: number; before?: number },
  ): Promise<AttemptWithProgress[]>;
  /** Without practice. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Without practice. */
  listByStudy(
    organisationId: string,
    studyId: string,
    page: { limit: number; after?: string },
  ): Promise<AttemptWithProgress[]>;
  /** Of one person in a study, without practice, oldest first. */
  listOfPerson(
    organisationId: string,
    studyId: string,
    personId: string,
    limit: number,
  ): Promise<AttemptWithProgress[]>;
  /**
   * Without a log entry, so that nothing that staff get differs by it. Once `given`, research looks at the whole
   * attempt; repeat it if it throws. Returns false if there is no such attempt.
   */
  setResearch(
    organisationId: string,
    attemptId: string,
    research: AttemptProgress['research'],
  ): Promise<boolean>;
  /** Across organisations: open and paused attempts idle since `before`, longest first. */
  listIdle(before: number, limit: number): Promise<AttemptWithProgress[]>;
  /**
   * Returns false if the head has moved.
   * @throws RangeError if the batch has no entry, or a gap
   */
  append(append: Append): Promise<boolean>;
  /** In log order. */
  listEntries(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** Only `scene-ended` and `rescored`, in log order. */
  listOutcomes(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; limit: number },
  ): Promise<StoredEntry[]>;
  /** In (logSeq, part) order; `fromPart` defaults to 0. */
  listStatements(
    organisationId: string,
    attemptId: string,
    page: { fromSeq: number; fromPart?: number; limit: number },
  ): Promise<StatementRow[]>;
  findReceipt(organisationId: string, attemptId: string): Promise<string | undefined>;
}
