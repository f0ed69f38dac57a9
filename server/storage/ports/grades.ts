/** Grades waiting for gradebooks or sent to them. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Dimension } from '../../../scenarios/kit/log.ts';

/**
 * A request to show a score in the gradebook; the newest per person and line item wins. The same score and comment of
 * the same attempt is not a new request: it is not sent twice, but it may become due earlier.
 */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  /** The LMS product, as its launch said. */
  readonly family: PlatformFamily;
  /**
   * The activity's line item as the launch gave it. For a dimension's own item:
   * `<lineItemsUrl>#<resourceId>/<dimension>`, since its address is known only once the item was found or created, and
   * a course may hold several activities.
   */
  readonly lineItemUrl: string;
  /** The dimension whose own item it is; null for the activity's item. */
  readonly dimension: Dimension | null;
  /** Whole number 1–100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
  /** Not to be sent before this time. */
  readonly dueAt: number;
}

export interface GradeRow extends Omit<GradeIntent, 'dueAt'> {
  /** `withdrawn`: the attempt was invalidated before the platform accepted its score. */
  readonly state: 'pending' | 'sent' | 'failed' | 'withdrawn';
  readonly tries: number;
  readonly nextAt: number;
  /** When the platform accepted it, or null. */
  readonly sentAt: number | null;
  /** Why it waits or failed (delivery/grade-reasons.ts), or empty. */
  readonly lastError: string;
  /** How many tries in a row ended with `lastError`. */
  readonly sameError: number;
  /** When counting of tries began: the time of the request or of the last resend. */
  readonly pendingSince: number;
  /** When the platform last got a post for this person and item, for any request; null before the first. */
  readonly lastPostAt: number | null;
  /** The attempt whose score the platform last accepted for this person and item, or may have accepted; null before. */
  readonly takenAttemptId: string | null;
}

/** The result of a try. */
export type GradeSettlement = Pick<
  GradeRow,
  'state' | 'nextAt' | 'sentAt' | 'lastError' | 'lastPostAt' | 'takenAttemptId'
>;

export interface GradesPort {
  /** A request outside a log batch, as after a rescoring. Same rules as in `append`. */
  request(intent: GradeIntent): Promise<void>;
  /** Turns grade intents of new log batches into rows; 0 if `append` already did. */
  collect(limit: number): Promise<number>;
  /**
   * Leases due rows across organisations; per person and line item only the newest is live. A newer intent that
   * replaces a leased row is due once the lease is settled or expired: two posts at a time could arrive in the wrong
   * order. A row whose last post is younger than `minGapMs` waits. After an expired lease the attempt counts as
   * possibly accepted, since the holder may have posted before it died.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    readonly minGapMs: number;
  }): Promise<GradeRow[]>;
  /**
   * Counts a try. Does nothing if another holder has the lease. If a newer intent replaced the row, it is released and
   * its time of the last post is set; nothing else changes.
   */
  settle(organisationId: string, gradeId: string, holder: string, result: GradeSettlement): Promise<void>;
  /**
   * Releases a leased row that was not posted: no try is counted and earlier posts stay known. Does nothing if another
   * holder has the lease.
   */
  release(organisationId: string, gradeId: string, holder: string): Promise<void>;
  find(organisationId: string, gradeId: string): Promise<GradeRow | undefined>;
  /** The live row of the activity's item, if it is this attempt's. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
  /** The live rows of all columns that are this attempt's: at most one, and one per dimension. */
  listByAttempt(organisationId: string, attemptId: string): Promise<GradeRow[]>;
  /** Live rows of an activity, oldest first. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<GradeRow[]>;
  /** Live rows of an organisation in these states, oldest first. */
  list(
    organisationId: string,
    page: { states: readonly GradeRow['state'][]; limit: number; after?: string },
  ): Promise<GradeRow[]>;
  /** The number of live rows in each state. */
  count(organisationId: string): Promise<Readonly<Record<GradeRow['state'], number>>>;
  /** Makes the withdrawn rows of an attempt pending again, due at once. Returns how many. */
  restore(organisationId: string, attemptId: string, now: number): Promise<number>;
  /**
   * Sends a row again that was sent, failed, or waits after a failed try: pending, due now, tries reset. Returns false
   * if it is in flight or unknown.
   */
  resend(organisationId: string, gradeId: string, now: number): Promise<boolean>;
}
