/** Voiding statements that wait for a record store. They outlive the attempt whose statements they void. */

export interface Voiding {
  /** Of the voiding statement; the same whenever the same statement is voided. */
  readonly id: string;
  readonly organisationId: string;
  readonly destinationId: string;
  readonly erasureId: string;
  /** JSON, sent byte for byte; empty once sent. */
  readonly bytes: string;
  readonly state: 'pending' | 'sent' | 'refused';
  readonly tries: number;
  /** Once sent, when that was. */
  readonly nextAt: number;
  /** Short, without secrets. */
  readonly lastError: string;
  readonly holder: string | null;
  readonly leasedUntil: number;
}

export type NewVoiding = Pick<
  Voiding,
  'id' | 'organisationId' | 'destinationId' | 'erasureId' | 'bytes' | 'nextAt'
>;

export interface VoidingResult extends Pick<Voiding, 'id' | 'state' | 'nextAt' | 'lastError'> {
  readonly tried: boolean;
}

export interface VoidingCount {
  readonly destinationId: string;
  readonly state: Voiding['state'];
  readonly count: number;
}

export interface VoidingsPort {
  /** Leaves those that exist as they are. */
  add(voidings: readonly NewVoiding[]): Promise<void>;
  lease(request: {
    readonly organisationId: string;
    readonly destinationId: string;
    readonly holder: string;
    readonly now: number;
    readonly until: number;
    readonly limit: number;
  }): Promise<Voiding[]>;
  /** Does nothing to those that another holder has leased. */
  settle(destinationId: string, holder: string, results: readonly VoidingResult[]): Promise<void>;
  /** Of one erasure, without zeros. */
  count(organisationId: string, erasureId: string): Promise<readonly VoidingCount[]>;
  /** Makes refused ones due at once. */
  retry(organisationId: string, erasureId: string): Promise<number>;
}
