export interface Destination {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly endpoint: string;
  /** Sealed `{ key, secret }`. */
  readonly sealedCredentials: string;
  readonly purpose: 'operational' | 'research';
  readonly tier: 1 | 2 | 3;
  /** From the store's /about. */
  readonly version: '1.0.3' | '2.0.0';
  readonly status: 'active' | 'paused';
  /** A code of errors.ts, or empty. */
  readonly pausedBecause: string;
  /** No sending before this time: backoff of the whole destination, ms since 1970 UTC. */
  readonly notBefore: number;
  /** Consecutive failures. */
  readonly failures: number;
  readonly origin: 'settings' | 'operator';
  /** Batch limits that this store accepted. */
  readonly batchCount: number;
  readonly batchBytes: number;
  /** Most batches in flight. */
  readonly lanes: number;
  readonly createdAt: number;
}

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
  /** Inserts or replaces by id. */
  put(destination: Destination): Promise<void>;
  find(organisationId: string, destinationId: string): Promise<Destination | undefined>;
  /** Across organisations. */
  list(page: { limit: number; after?: string }): Promise<Destination[]>;
  update(organisationId: string, destinationId: string, change: DestinationChange): Promise<void>;
}
