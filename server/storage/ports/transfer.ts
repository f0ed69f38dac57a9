/** Moves rows unchanged into an empty database of another kind. */
import type { LtiRow } from '../../../lti/engine/database-plugin.ts';
import type { RowKind } from '../row-kinds.ts';
import type { Attempt, AttemptProgress, StatementRow } from './attempts.ts';
import type { AttemptDelivery } from './deliveries.ts';
import type { ErasedListPort } from './erasures.ts';

/** Fields are named as in the row's port. */
export type PlainRow = Readonly<Record<string, unknown>>;

export interface WholeAttempt {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
  /** In log order; `entry` is JSON as stored. */
  readonly entries: readonly {
    readonly logSeq: number;
    readonly entry: string;
    readonly sealed: string | null;
  }[];
  /** In (logSeq, part) order. */
  readonly statements: readonly StatementRow[];
  readonly receipt: string | null;
}

/** Without position: it looks at every statement again. */
export interface MovedFollower {
  readonly destinationId: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly tier: number;
  readonly sent: number;
}

/** Without lease: nobody sends during a move. */
export interface MovedDelivery extends AttemptDelivery {
  readonly destinationId: string;
  readonly organisationId: string;
  readonly tries: number;
  readonly nextAt: number;
  readonly lastError: string;
}

export type TransferRows = Readonly<Record<RowKind, PlainRow>> & {
  readonly ltiRows: LtiRow;
  readonly attempts: WholeAttempt;
  readonly followers: MovedFollower;
  readonly deliveries: MovedDelivery;
};

export type TransferKind = keyof TransferRows;

/** Each kind after those it refers to. Rows that live for minutes are not moved. */
export const transferKinds: readonly TransferKind[] = [
  ...(['organisations', 'studies', 'studyTexts', 'studyPlaces', 'platforms', 'registrations'] as const),
  ...(['deployments', 'persons', 'comfort', 'consents', 'backgrounds'] as const),
  ...(['resourceLinks', 'personSettings', 'groupMemberships', 'groupSettings', 'launches'] as const),
  ...(['sessions', 'refreshHashes', 'invitations'] as const),
  ...(['audit', 'resourceLists', 'ltiRows', 'destinations', 'attempts', 'staffNotes'] as const),
  ...(['reviewRequests', 'grades', 'followers', 'deliveries', 'erasures', 'voidings'] as const),
];

export interface RowReader<Row> {
  /** Reads in the database's own order. */
  read(
    after: string | null,
    limit: number,
  ): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>;
}

export interface RowAccess<Row> extends RowReader<Row> {
  /** @throws AppError storage.duplicate if a row exists */
  write(rows: readonly Row[]): Promise<void>;
  /** Called after all rows of the kind. */
  complete?(): Promise<void>;
}

export type RowAccessByKind = { readonly [Kind in TransferKind]: RowAccess<TransferRows[Kind]> };
export type RowReaderByKind = { readonly [Kind in TransferKind]: RowReader<TransferRows[Kind]> };

/** Reading does not change it. */
export interface TransferSource {
  readonly rows: RowReaderByKind;
  readonly erasedList: ErasedListPort;
  close(): Promise<void>;
}

/** NUM+ does not start on this database before `finish`. */
export interface TransferTarget {
  readonly rows: RowAccessByKind;
  readonly erasedList: ErasedListPort;
  /** Makes the rows durable and the database usable. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** An attempt as of now; `read` may read the matching log later. */
export interface AttemptSnapshot {
  readonly head: number;
  read(): Promise<WholeAttempt>;
}

/** Rows of one person are read together: a newer attempt takes over an older one's row. */
export interface GradedPerson {
  readonly organisationId: string;
  readonly personId: string;
}

/** Without snapshots, copied while others write (upkeep/copy-live.ts). */
export interface LiveSource {
  /** Each attempt has its log up to the head that it had when read. */
  readonly rows: RowReaderByKind;
  /** Waits until everything that their logs require is written. */
  findSnapshots(ids: readonly string[]): Promise<ReadonlyMap<string, AttemptSnapshot>>;
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Attempts up to these heads. */
  readAt(heads: ReadonlyMap<string, number>): Promise<WholeAttempt[]>;
  /** Of whole persons; at least `limit` rows if there are as many. */
  readGrades(after: string | null, limit: number): Promise<{ rows: PlainRow[]; next: string | null }>;
  gradesOf(person: GradedPerson): Promise<PlainRow[]>;
  count(kind: TransferKind): Promise<number>;
}

/** Rows that changed can be written again. */
export interface CopyTarget extends TransferTarget {
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Only before `complete` is called. */
  replaceAttempt(row: WholeAttempt): Promise<void>;
  /** Deletes all rows of a kind that no written row refers to. */
  clear(kind: RowKind | 'ltiRows'): Promise<void>;
}
