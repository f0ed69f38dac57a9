import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Dimension } from '../../../scenarios/kit/dimensions.ts';

/**
 * The newest per person and line item wins. The same score and comment of an attempt is not sent twice, but may
 * become due earlier.
 */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  readonly family: PlatformFamily;
  /**
   * As launched; if only the list was named, `<lineItemsUrl>#link/<link>`; for a dimension's item
   * `<lineItemsUrl>#<resourceId>/<dimension>`: its address is unknown until found or created.
   */
  readonly lineItemUrl: string;
  /** Null: the activity's own item. */
  readonly dimension: Dimension | null;
  /** Whole number 1–100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
  readonly dueAt: number;
}

export interface GradeRow extends Omit<GradeIntent, 'dueAt'> {
  /** `withdrawn`: set aside or held before the platform accepted it; or there is no column (`lastError`). */
  readonly state: 'pending' | 'sent' | 'failed' | 'withdrawn';
  readonly tries: number;
  readonly nextAt: number;
  readonly sentAt: number | null;
  /** A code of contract/grade-reasons.ts, or empty. */
  readonly lastError: string;
  /** Consecutive tries with `lastError`. */
  readonly sameError: number;
  /** Time of the request or the last resend. */
  readonly pendingSince: number;
  /** Time of the last post for this person and item, for any request. */
  readonly lastPostAt: number | null;
  /** The attempt whose score the platform last accepted for this person and item, or may have. */
  readonly takenAttemptId: string | null;
  /**
   * Whole number 0–100 that the gradebook showed right after sending, if a teacher had changed it there. Null
   * if it was the same, or could not be read.
   */
  readonly shownScore: number | null;
}

export type GradeSettlement = Pick<
  GradeRow,
  'state' | 'nextAt' | 'sentAt' | 'lastError' | 'lastPostAt' | 'takenAttemptId' | 'shownScore'
>;

export interface GradesPort {
  /** Outside a log batch, by the rules of `append`. */
  request(intent: GradeIntent): Promise<void>;
  /** Turns grade intents of new batches into rows. Returns how many batches. */
  collect(limit: number): Promise<number>;
  /**
   * The newest per person and line item. It waits until an older lease is settled or expired, because
   * concurrent posts could arrive in the wrong order, and until `minGapMs` after the last post. After an
   * expired lease the attempt counts as possibly accepted.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    readonly minGapMs: number;
  }): Promise<GradeRow[]>;
  /**
   * Does nothing if another holder has the lease. If a newer grade replaced it, only releases the row and
   * records the post.
   */
  settle(organisationId: string, gradeId: string, holder: string, result: GradeSettlement): Promise<void>;
  /**
   * Releases a row that was not posted, without counting a try. Does nothing if another holder has the lease.
   */
  release(organisationId: string, gradeId: string, holder: string): Promise<void>;
  find(organisationId: string, gradeId: string): Promise<GradeRow | undefined>;
  /** Of the activity's own item. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
  /** At most one for the activity, and one per dimension. */
  listByAttempt(organisationId: string, attemptId: string): Promise<GradeRow[]>;
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<GradeRow[]>;
  list(
    organisationId: string,
    page: { states: readonly GradeRow['state'][]; limit: number; after?: string },
  ): Promise<GradeRow[]>;
  count(organisationId: string): Promise<Readonly<Record<GradeRow['state'], number>>>;
  /** Makes withdrawn rows due at once. */
  restore(organisationId: string, attemptId: string, now: number): Promise<number>;
  /**
   * Makes a grade due now that was sent, failed or waits after a failure; resets its tries. Returns false if
   * it is in flight or unknown.
   */
  resend(organisationId: string, gradeId: string, now: number): Promise<boolean>;
  /**
   * For another column: as `resend`, also while the grade waits or is being posted. It goes on under `nextId`, so
   * that a post under way settles nothing. Returns false if it is unknown.
   */
  redirect(
    organisationId: string,
    gradeId: string,
    change: { readonly nextId: string; readonly now: number },
  ): Promise<boolean>;
}
