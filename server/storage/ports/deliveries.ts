/** Deliveries: one statement on its way to one destination. */
import type { StatementRef } from './attempts.ts';
import type { Destination } from './destinations.ts';

export interface LeasedDelivery extends StatementRef {
  readonly bytes: string;
  /** How often it was tried before this lease. */
  readonly tries: number;
}

export interface DeliveryResult extends StatementRef {
  readonly state: 'sent' | 'pending' | 'dead';
  /** For pending: when to try next. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  /** Whether this try counts. */
  readonly tried: boolean;
}

/** A delivery that was given up: the store refuses this one statement. */
export interface DeadLetter extends StatementRef {
  readonly bytes: string;
  readonly tries: number;
  /** What the store said. */
  readonly lastError: string;
  /** When the statement was stored. */
  readonly createdAt: number;
}

/** What became of a statement at one destination. */
export interface AttemptDelivery extends StatementRef {
  readonly part: number;
  readonly state: 'pending' | 'sent' | 'dead' | 'discarded';
}

export interface DeliverySummary {
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  /** Dead letters that an operator gave up for good. */
  readonly discarded: number;
  /** createdAt of the oldest pending statement, or null. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Makes deliveries for statements of the destination's study and tier that have none yet, from the oldest on, at
   * most `limit`; answers how many. Fewer than `limit` means that none is left. For a research destination only
   * statements of attempts whose `research` is `given` and that are valid count, then all of theirs, also those from
   * before; of an invalid one only those of the entry that its `validity` names.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases pending deliveries that are due, the longest stored first and within an attempt in (logSeq, part) order.
   * The order holds inside one answer and is best effort beyond: a statement that waits for its next try holds back
   * none after it, because statements carry their own time and one bad one must not stop an attempt. `holder` is a
   * random id of one worker. A lease that ran out may be taken by another holder; `settle` of the old one then
   * changes nothing. With purpose `research`, deliveries that would not be made any more are not leased but deleted.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly purpose: Destination['purpose'];
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Stops before the sum of bytes passes this, but gives at least one. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  /**
   * Ends the leases that `holder` still has of these. One that was not sent becomes `pending`, due at 0 and not tried:
   * another holder may lease it at once.
   */
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  summary(organisationId: string, destinationId: string): Promise<DeliverySummary>;
  /** The longest stored first. */
  listDead(
    organisationId: string,
    destinationId: string,
    page: { readonly limit: number; readonly after?: StatementRef },
  ): Promise<DeadLetter[]>;
  /** Makes dead letters pending again, due at once; answers how many were dead. */
  replay(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
  /** Gives dead letters up for good: they are never sent or made again. Answers how many were dead. */
  discard(
    organisationId: string,
    destinationId: string,
    statements: readonly StatementRef[],
  ): Promise<number>;
  /** An attempt's statements that have a delivery there, in (logSeq, part) order, as AttemptsPort.listStatements. */
  listByAttempt(
    organisationId: string,
    destinationId: string,
    attemptId: string,
    page: { readonly fromSeq: number; readonly fromPart?: number; readonly limit: number },
  ): Promise<AttemptDelivery[]>;
  /** Makes statements that were sent pending again, due at once; answers how many had been sent. */
  resend(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
}
