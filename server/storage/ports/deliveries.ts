/** Deliveries: one statement on its way to one destination. */
import type { Destination } from './destinations.ts';

export interface LeasedDelivery {
  readonly statementId: string;
  readonly attemptId: string;
  readonly logSeq: number;
  readonly bytes: string;
  /** How often it was tried before this lease. */
  readonly tries: number;
}

export interface DeliveryResult {
  readonly statementId: string;
  readonly state: 'sent' | 'pending' | 'dead';
  /** For pending: when to try next. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  /** Whether this try counts. */
  readonly tried: boolean;
}

export interface DeliverySummary {
  readonly pending: number;
  readonly sent: number;
  readonly dead: number;
  /** createdAt of the oldest pending statement, or null. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Makes deliveries for statements of the destination's study and tier that have none yet, from the oldest on, at
   * most `limit`; answers how many. Fewer than `limit` means that none is left.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases pending deliveries that are due, the longest stored first and within an attempt in (logSeq, part) order.
   * The order holds inside one answer and is best effort beyond: a statement that waits for its next try holds back
   * none after it, because statements carry their own time and one bad one must not stop an attempt. `holder` is a
   * random id of one worker. A lease that ran out may be taken by another holder; `settle` of the old one then
   * changes nothing.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Stops before the sum of bytes passes this, but gives at least one. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  summary(organisationId: string, destinationId: string): Promise<DeliverySummary>;
}
