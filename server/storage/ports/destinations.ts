/** A learning record store of a study. */
export interface Destination {
  readonly id: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly endpoint: string;
  /** Sealed `{ key, secret }`. */
  readonly sealedCredentials: string;
  readonly purpose: 'operational' | 'research';
  /** Highest tier sent. */
  readonly tier: 1 | 2 | 3;
  /** X-Experience-API-Version, chosen from /about. */
  readonly version: '1.0.3' | '2.0.0';
  readonly status: 'active' | 'paused';
  /** A code of errors.ts, or empty. */
  readonly pausedBecause: string;
  /** Backoff of the whole destination: nothing is sent before. */
  readonly notBefore: number;
  /** Consecutive; reset by a successful batch. */
  readonly failures: number;
  /** Configured by the environment or by an operator's command. */
  readonly origin: 'settings' | 'operator';
  /** Batch limits that this store accepted. */
  readonly batchCount: number;
  readonly batchBytes: number;
  /** Most batches in flight. */
  readonly lanes: number;
  readonly createdAt: number;
}

/** What changes during use. */
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
  /** Across organisations, oldest first. */
  list(page: { limit: number; after?: string }): Promise<Destination[]>;
  /** Only the named fields. */
  update(organisationId: string, destinationId: string, change: DestinationChange): Promise<void>;
}
