/** Grades on their way to gradebooks. */
/** The wish that the gradebook shows a score; the newest per person and line item wins. */
export interface GradeIntent {
  readonly id: string;
  readonly organisationId: string;
  readonly attemptId: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly resourceLinkId: string;
  readonly lineItemUrl: string;
  /** Whole number 1–100, of a maximum of 100. */
  readonly score: number;
  readonly comment: string;
  readonly createdAt: number;
}

export interface GradeRow extends GradeIntent {
  readonly state: 'pending' | 'sent' | 'failed';
  readonly tries: number;
  readonly nextAt: number;
  /** When the platform took it, or null. */
  readonly sentAt: number | null;
  /** Code of the last failure, or empty. */
  readonly lastError: string;
}

export interface GradesPort {
  /** Turns grade intents of new log batches into rows; 0 where `append` already did. */
  collect(limit: number): Promise<number>;
  /**
   * Leases due rows, across organisations; of one person and line item only the newest is live. A newer intent that
   * replaces a leased row is due once the lease is settled or ran out: two posts at a time could arrive in the
   * wrong order.
   */
  lease(request: {
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
  }): Promise<GradeRow[]>;
  /**
   * Counts a try. Nothing happens where the lease went to another holder; where a newer intent replaced the row,
   * it is set free and otherwise untouched.
   */
  settle(
    organisationId: string,
    gradeId: string,
    holder: string,
    result: Pick<GradeRow, 'state' | 'nextAt' | 'sentAt' | 'lastError'>,
  ): Promise<void>;
  /** The live row, where it is this attempt's. */
  findByAttempt(organisationId: string, attemptId: string): Promise<GradeRow | undefined>;
}
