import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Dimension } from '../../../scenarios/kit/log.ts';

/**
 * A request to show a score; the newest per person and line item wins. The same score and comment of the same
 * attempt is not sent twice, but may become due earlier.
 */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  /** As the launch said. */
  readonly family: PlatformFamily;
  /**
   * The activity's line item as launched. For a dimension's item `<lineItemsUrl>#<resourceId>/<dimension>`:
   * its address is unknown until it is found or created, and a course may hold several activities.
   */
  readonly lineItemUrl: string;
  /** Null for the activity's own item. */
  readonly dimension: Dimension | null;
  /** Whole number 1–100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
  /** Not sent before. */
  readonly dueAt: number;
}

export interface GradeRow extends Omit<GradeIntent, 'dueAt'> {
  /** `withdrawn`: invalidated before the platform accepted the score. */
  readonly state: 'pending' | 'sent' | 'failed' | 'withdrawn';
  readonly tries: number;
  readonly nextAt: number;
  /** When the platform accepted it. */
  readonly sentAt: number | null;
  /** Why it waits or failed (delivery/grade-reasons.ts), or empty. */
  readonly lastError: string;
  /** Consecutive tries with `lastError`. */
  readonly sameError: number;
  /** When counting of tries began: the request or the last resend. */
  readonly pendingSince: number;
  /** Last post for this person and item, whatever the request. */
  readonly lastPostAt: number | null;
  /** The attempt whose score the platform last accepted for this person and item, or may have. */
  readonly takenAttemptId: string | null;
}

export type GradeSettlement = Pick<
  GradeRow,
  'state' | 'nextAt' | 'sentAt' | 'lastError' | 'lastPostAt' | 'takenAttemptId'
>;

export interface GradesPort {
  /** Outside a log batch, as after a rescoring. Same rules as in `append`. */
  request(intent: GradeIntent): Promise<void>;
  /** Turns grade intents of new batches into rows; 0 if `append` did. */
  collect(limit: number): Promise<number>;
  /**
   * Leases due rows across organisations; only the newest per person and line item is live. A newer intent
   * waits until the leased one is settled or expired: two concurrent posts could arrive in the wrong order. A
   * row posted less than `minGapMs` ago waits. After an expired lease the attempt counts as possibly
   * accepted, since its holder may have posted.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    readonly minGapMs: number;
  }): Promise<GradeRow[]>;
  /**
   * Counts a try; does nothing if another holder has the lease. If a newer intent replaced the row, only
   * releases it and sets its last post.
   */
  settle(organisationId: string, gradeId: string, holder: string, result: GradeSettlement): Promise<void>;
  /**
   * Releases a row that was not posted, without counting a try. Does nothing if another holder has the lease.
   */
  release(organisationId: string, gradeId: string, holder: string): Promise<void>;
  find(organisationId: string, gradeId: string): Promise<GradeRow | undefined>;
  /** The row of the activity's item, if it is this attempt's. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
  /** This attempt's live rows: at most one, and one per dimension. */
  listByAttempt(organisationId: string, attemptId: string): Promise<GradeRow[]>;
  /** Oldest first. */
  listByResourceLink(
    organisationId: string,
    resourceLinkId: string,
    page: { limit: number; after?: string },
  ): Promise<GradeRow[]>;
  /** Oldest first. */
  list(
    organisationId: string,
    page: { states: readonly GradeRow['state'][]; limit: number; after?: string },
  ): Promise<GradeRow[]>;
  /** Live rows by state. */
  count(organisationId: string): Promise<Readonly<Record<GradeRow['state'], number>>>;
  /** Makes an attempt's withdrawn rows pending, due at once. Returns how many. */
  restore(organisationId: string, attemptId: string, now: number): Promise<number>;
  /**
   * Sends again a row that was sent, failed or waits after a failure: due now, tries reset. False if in
   * flight or unknown.
   */
  resend(organisationId: string, gradeId: string, now: number): Promise<boolean>;
}
