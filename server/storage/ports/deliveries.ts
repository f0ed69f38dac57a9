/** Deliveries: one statement on its way to one destination. */
import type { StatementRef } from './attempts.ts';
import type { Destination } from './destinations.ts';

export interface LeasedDelivery extends StatementRef {
  readonly bytes: string;
  /** Tries before this lease. */
  readonly tries: number;
}

export interface DeliveryResult extends StatementRef {
  readonly state: 'sent' | 'pending' | 'dead';
  /** If pending: when to try next. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  /** Whether this try counts. */
  readonly tried: boolean;
}

/** A delivery that was given up because the store refuses this one statement. */
export interface DeadLetter extends StatementRef {
  readonly bytes: string;
  readonly tries: number;
  /** The store's error. */
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
  /** Dead letters that an operator discarded. */
  readonly discarded: number;
  /** createdAt of the oldest pending statement, or null. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Creates deliveries for statements of the destination's study and tier that have none, oldest first, at most
   * `limit`. Returns how many; fewer than `limit` means that none is left. A research destination gets only statements
   * of valid attempts whose `research` is `given`, including those from before the consent; of an invalid attempt only
   * those of the entry that its `validity` names.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases pending deliveries that are due, longest stored first and within an attempt in (logSeq, part) order. The
   * order holds within one result only: a statement that waits for its next try holds back none after it, because
   * statements carry their own time and one bad one must not stop an attempt. `holder` is a random id of one worker.
   * Another holder may take an expired lease; `settle` by the old one then changes nothing. With purpose `research`,
   * deliveries that lost their consent are deleted instead.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly purpose: Destination['purpose'];
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Stops before the sum of bytes exceeds this, but returns at least one. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  /**
   * Ends the leases that `holder` still has on these. One that was not sent becomes `pending`, due at 0 and not tried,
   * so that another holder may lease it at once.
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
  /** Makes dead letters pending again, due at once. Returns how many. */
  replay(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
  /** Discards dead letters: they are never sent or created again. Returns how many. */
  discard(
    organisationId: string,
    destinationId: string,
    statements: readonly StatementRef[],
  ): Promise<number>;
  /** An attempt's statements that have a delivery to this destination, paged as AttemptsPort.listStatements. */
  listByAttempt(
    organisationId: string,
    destinationId: string,
    attemptId: string,
    page: { readonly fromSeq: number; readonly fromPart?: number; readonly limit: number },
  ): Promise<AttemptDelivery[]>;
  /** Makes sent statements pending again, due at once. Returns how many. */
  resend(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
}
