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

/** A statement that the record store refuses. */
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

export interface Unqueued {
  readonly count: number;
  /** When the oldest of them was stored, ms since 1970 UTC. */
  readonly oldestAt: number | null;
}

export interface DeliveriesPort {
  /**
   * Creates missing deliveries of the destination's study and tier, oldest first. Returns fewer than `limit`
   * if none is left. Research gets only valid attempts whose `research` is `given`, including statements from
   * before the consent; of an invalid attempt it gets only the entry that its `validity` names.
   */
  enqueueNew(destination: Destination, limit: number): Promise<number>;
  /**
   * Leases due deliveries, longest stored first, then in (logSeq, part) order. A statement waiting for a
   * retry does not hold back later ones: statements carry their own time, and one bad one must not stop an
   * attempt. `holder` is random per worker; once its lease expires its `settle` changes nothing. For
   * `research`, deliveries that lost their consent are deleted.
   */
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly purpose: Destination['purpose'];
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
    /** Limit of all statements together, but at least one is returned. */
    readonly maxBytes: number;
  }): Promise<LeasedDelivery[]>;
  /** A delivery that was not tried becomes due at once, for another holder. */
  settle(
    organisationId: string,
    destinationId: string,
    holder: string,
    results: readonly DeliveryResult[],
  ): Promise<void>;
  /**
   * Counts deliveries, not what `enqueueNew` has yet to create.
   * @param most stops counting pending ones there
   */
  summary(organisationId: string, destinationId: string, most?: number): Promise<DeliverySummary>;
  /**
   * What `enqueueNew` has yet to create, counted to `most` and cheap enough for every few seconds. MongoDB
   * counts each batch after the first hundred as one statement.
   */
  findUnqueued(destination: Destination, most: number): Promise<Unqueued>;
  /** Pending deliveries of one attempt. */
  countPending(organisationId: string, destinationId: string, attemptId: string): Promise<number>;
  /** What `enqueueNew` has yet to create. Reads every such statement: for operators, not for each request. */
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
