/** A learning record store that a study's statements go to. */
export interface Destination {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly endpoint: string;
  /** Sealed `{ key, secret }`. */
  readonly sealedCredentials: string;
  readonly purpose: 'operational' | 'research';
  /** Highest tier that is sent. */
  readonly tier: 1 | 2 | 3;
  /** X-Experience-API-Version, chosen from /about. */
  readonly version: '1.0.3' | '2.0.0';
  readonly status: 'active' | 'paused';
  /** Why it is paused: a code of errors.ts, or empty. */
  readonly pausedBecause: string;
  /** Nothing is sent before this time: the backoff of the whole destination. */
  readonly notBefore: number;
  /** Consecutive failures; 0 after a successful batch. */
  readonly failures: number;
  /** Who configured it: the server's environment or an operator's command. */
  readonly origin: 'settings' | 'operator';
  /** Limits of a batch that this store was seen to accept. */
  readonly batchCount: number;
  readonly batchBytes: number;
  /** Batches in flight at the same time, at most. */
  readonly lanes: number;
  readonly createdAt: number;
}

/** What changes while a destination is in use. */
export type DestinationChange = Partial<
  Pick<
    Destination,
    | 'status'
    | 'pausedBecause'
    | 'notBefore'
    | 'failures'
    | 'version'
    | 'sealedCredentials'
    | 'batchCount'
    | 'batchBytes'
    | 'lanes'
  >
>;

export interface DestinationsPort {
  /** Inserts, or replaces the row with this id. */
  put(destination: Destination): Promise<void>;
  find(organisationId: string, destinationId: string): Promise<Destination | undefined>;
  /** Across organisations, oldest first: for the worker. */
  list(page: { limit: number; after?: string }): Promise<Destination[]>;
  /** Changes only the named fields. */
  update(organisationId: string, destinationId: string, change: DestinationChange): Promise<void>;
}
