import type { StatementRef } from './attempts.ts';
import type { Destination } from './destinations.ts';

export interface LeasedDelivery extends StatementRef {
  readonly bytes: string;
  /** Tries before this lease. */
  readonly tries: number;
}

export interface DeliveryResult extends StatementRef {
  readonly state: 'sent' | 'pending' | 'dead';
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  readonly tried: boolean;
}

/** Refused by the record store. */
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
  readonly discarded: number;
  /** When the oldest pending statement was stored, ms since 1970 UTC. */
  readonly oldestPendingAt: number | null;
}

export interface DeliveryGlance extends Pick<DeliverySummary, 'pending' | 'dead' | 'oldestPendingAt'> {
  /** A running total; MongoDB may miss some after a failure. */
  readonly sentTotal: number;
}

export interface Unqueued {
  readonly count: number;
  /** When the oldest of them was stored, ms since 1970 UTC. */
  readonly oldestAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Creates missing deliveries of the destination's study and tier, oldest first; fewer than `limit` if none is
   * left. Research gets valid attempts whose `research` is `given`, also from before the consent; of an invalid
   * attempt only the entry that its `validity` names.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Longest stored first, then in (logSeq, part) order. A statement waiting for a retry does not hold back
   * later ones. `holder` is random per worker; after its lease its `settle` changes nothing. For `research`,
   * deletes deliveries that lost their consent. Those that a store may have count as sent then, so that a
   * withdrawal voids them; of an attempt that became invalid they are sent to the end.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly purpose: Destination['purpose'];
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** In total, but at least one is returned. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  /** An untried delivery becomes due at once. */
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  /** Without what `enqueueNew` has yet to create. Only for operators. */
  summary(organisationId: string, destinationId: string): Promise<DeliverySummary>;
  /**
   * Cheap, because servers ask every few seconds.
   * @param most stops counting pending ones there
   */
  glance(organisationId: string, destinationId: string, most: number): Promise<DeliveryGlance>;
  /**
   * What `enqueueNew` has yet to create, up to `most`; cheap. MongoDB counts each batch after the hundredth as
   * one.
   */
  findUnqueued(destination: Destination, most: number): Promise<Unqueued>;
  countPending(organisationId: string, destinationId: string, attemptId: string): Promise<number>;
  /** What `enqueueNew` has yet to create. Only for operators. */
  countUnqueued(destination: Destination): Promise<number>;
  /** Longest stored first. */
  listDead(
    organisationId: string,
    destinationId: string,
    page: { readonly limit: number; readonly after?: StatementRef },
  ): Promise<DeadLetter[]>;
  /** Makes dead letters due at once. */
  replay(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
  /** Discarded statements are never sent or created again. */
  discard(
    organisationId: string,
    destinationId: string,
    statements: readonly StatementRef[],
  ): Promise<number>;
  /** Paged as AttemptsPort.listStatements. */
  listByAttempt(
    organisationId: string,
    destinationId: string,
    attemptId: string,
    page: { readonly fromSeq: number; readonly fromPart?: number; readonly limit: number },
  ): Promise<AttemptDelivery[]>;
  resend(organisationId: string, destinationId: string, statements: readonly StatementRef[]): Promise<number>;
}
