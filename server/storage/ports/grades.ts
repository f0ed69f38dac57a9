/** Grades on their way to gradebooks. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';
import type { Dimension } from '../../../scenarios/kit/log.ts';

/**
 * The wish that the gradebook shows a score; the newest per person and line item wins. The same attempt's same score
 * and comment are no new wish: what was sent is not sent twice, and what waits for its time waits no longer than this.
 */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  /** Which LMS it is, as its launch said. */
  readonly family: PlatformFamily;
  /**
   * The item of the activity as the launch gave it. For a dimension's own item: `<lineItemsUrl>#<resourceId>/<dimension>`,
   * since its address is only known once the item is found or made, and a course may hold several activities.
   */
  readonly lineItemUrl: string;
  /** The dimension whose own item it is; null for the activity's item. */
  readonly dimension: Dimension | null;
  /** Whole number 1–100, of a maximum of 100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
  /** Not to be sent before this time. */
  readonly dueAt: number;
}

export interface GradeRow extends Omit<GradeIntent, 'dueAt'> {
  /** `withdrawn`: the attempt was set aside before the platform took its score. */
  readonly state: 'pending' | 'sent' | 'failed' | 'withdrawn';
  readonly tries: number;
  readonly nextAt: number;
  /** When the platform took it, or null. */
  readonly sentAt: number | null;
  /** Why it waits or was given up (delivery/grade-reasons.ts), or empty. */
  readonly lastError: string;
  /** How many tries in a row ended with `lastError`. */
  readonly sameError: number;
  /** From when on trying counts: the wish's own time, or that of the last resend. */
  readonly pendingSince: number;
  /** When the platform last got a post for this person and item, whatever wish it carried; null before the first. */
  readonly lastPostAt: number | null;
  /** The attempt whose score the platform took last for this person and item, or may have taken; null before. */
  readonly takenAttemptId: string | null;
}

/** What became of a try. */
export type GradeSettlement = Pick<
  GradeRow,
  'state' | 'nextAt' | 'sentAt' | 'lastError' | 'lastPostAt' | 'takenAttemptId'
>;

export interface GradesPort {
  /** A wish outside of a log's batch, as after a rescoring. The rules are the same as for those of `append`. */
  request(intent: GradeIntent): Promise<void>;
  /** Turns grade intents of new log batches into rows; 0 where `append` already did. */
  collect(limit: number): Promise<number>;
  /**
   * Leases due rows, across organisations; of one person and line item only the newest is live. A newer intent that
   * replaces a leased row is due once the lease is settled or ran out: two posts at a time could arrive in the
   * wrong order. A row whose last post is no older than `minGapMs` waits. Where a lease ran out, its holder
   * may have posted before it died: the attempt then counts as one that may be taken.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    readonly minGapMs: number;
  }): Promise<GradeRow[]>;
  /**
   * Counts a try. Nothing happens where the lease went to another holder; where a newer intent replaced the row,
   * it is set free and learns of the post, and is otherwise untouched.
   */
  settle(organisationId: string, gradeId: string, holder: string, result: GradeSettlement): Promise<void>;
  /**
   * Sets a leased row free that was not posted: another holder may lease it at once, no try is counted, and what is
   * known of earlier posts stays. Nothing happens where the lease went to another holder.
   */
  release(organisationId: string, gradeId: string, holder: string): Promise<void>;
  find(organisationId: string, gradeId: string): Promise<GradeRow | undefined>;
  /** The live row of the activity's item, where it is this attempt's. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
  /** The live rows of all columns that are this attempt's: one, and one for each dimension at most. */
  listByAttempt(organisationId: string, attemptId: string): Promise<GradeRow[]>;
  /** All live rows of an activity, oldest first. */
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
  /** How many live rows stand in each state. */
  count(organisationId: string): Promise<Readonly<Record<GradeRow['state'], number>>>;
  /**
   * Makes the withdrawn rows of an attempt pending again, due at once: it counts after all. Answers how many.
   */
  restore(organisationId: string, attemptId: string, now: number): Promise<number>;
  /**
   * Sends a row again, sent, failed, or waiting after a try in vain: pending and due from now on, with its tries
   * forgotten. False where it is on its way already or not there.
   */
  resend(organisationId: string, gradeId: string, now: number): Promise<boolean>;
}
