/** A delivery is one statement for one destination. */
import type { StatementRef } from './attempts.ts';
import type { Destination } from './destinations.ts';

export interface LeasedDelivery extends StatementRef {
  readonly bytes: string;
  /** Before this lease. */
  readonly tries: number;
}

export interface DeliveryResult extends StatementRef {
  readonly state: 'sent' | 'pending' | 'dead';
  /** Next try, if pending. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  /** Whether this try counts. */
  readonly tried: boolean;
}

/** A delivery given up because the store refuses the statement. */
export interface DeadLetter extends StatementRef {
  readonly bytes: string;
  readonly tries: number;
  readonly lastError: string;
  /** When the statement was stored. */
  readonly createdAt: number;
}

export interface AttemptDelivery extends StatementRef {
  readonly part: number;
  readonly state: 'pending' | 'sent' | 'dead' | 'discarded';
}

export interface DeliverySummary {
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  /** Dead letters discarded by an operator. */
  readonly discarded: number;
  /** Of the oldest pending statement, or null. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Creates missing deliveries for statements of the destination's study and tier, oldest first. Returns how
   * many; fewer than `limit` means none is left. Research gets only valid attempts whose `research` is
   * `given`, including statements from before the consent; of an invalid attempt only the entry that its
   * `validity` names.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases due deliveries, longest stored first, within an attempt in (logSeq, part) order. A statement
   * waiting for a retry does not hold back later ones: statements carry their own time, and one bad one must
   * not stop an attempt. `holder` is a random id of one worker. Once a lease expires another holder may take
   * it; then `settle` by the old one changes nothing. For `research`, deliveries that lost their consent are
   * deleted.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly purpose: Destination['purpose'];
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Stops before the total exceeds this, but returns at least one. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  /**
   * Ends the leases that `holder` still has. An untried one becomes `pending` and due at once, for another
   * holder.
   */
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  summary(organisationId: string, destinationId: string): Promise<DeliverySummary>;
  /** Longest stored first. */
  listDead(
    organisationId: string,
    destinationId: string,
    page: { readonly limit: number; readonly after?: StatementRef },
  ): Promise<DeadLetter[]>;
  /** Makes dead letters pending, due at once. Returns how many. */
  replay(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
  /** Discarded letters are never sent or created again. Returns how many. */
  discard(
    organisationId: string,
    destinationId: string,
    statements: readonly StatementRef[],
  ): Promise<number>;
  /** Statements with a delivery to this destination, paged as AttemptsPort.listStatements. */
  listByAttempt(
    organisationId: string,
    destinationId: string,
    attemptId: string,
    page: { readonly fromSeq: number; readonly fromPart?: number; readonly limit: number },
  ): Promise<AttemptDelivery[]>;
  /** Makes sent statements pending, due at once. Returns how many. */
  resend(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
}
