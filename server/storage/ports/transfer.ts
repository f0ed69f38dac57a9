/**
 * What moving a whole database to another kind asks of both: rows of each kind read page by page, and written into a
 * database that is empty. Apart from Storage, since it makes no decision about a row: it moves what is there.
 */
import type { LtiRow } from '../../../lti/engine/database-plugin.ts';
import type { PlainKind } from '../plain-kinds.ts';
import type { Attempt, AttemptProgress, StatementRow } from './attempts.ts';
import type { AttemptDelivery } from './deliveries.ts';

/** A row that both databases keep field by field, under the names of its port. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** An attempt with all that belongs to its log: it is moved whole. */
export interface WholeAttempt {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
  /** In log order; `entry` is the JSON text as it was stored. */
  readonly entries: readonly {
    readonly logSeq: number;
    readonly entry: string;
    readonly sealed: string | null;
  }[];
  /** In (logSeq, part) order. */
  readonly statements: readonly StatementRow[];
  readonly receipt: string | null;
}

/**
 * A destination that deliveries were made for. How far it has come is not moved: it looks at every statement once more,
 * and makes the deliveries that are missing.
 */
export interface MovedFollower {
  readonly destinationId: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly tier: number;
  readonly sent: number;
}

/** A delivery without its lease: while a database is moved, nobody sends. */
export interface MovedDelivery extends AttemptDelivery {
  readonly destinationId: string;
  readonly organisationId: string;
  readonly tries: number;
  readonly nextAt: number;
  readonly lastError: string;
}

export type TransferRows = Readonly<Record<PlainKind, PlainRow>> & {
  readonly ltiRows: LtiRow;
  readonly attempts: WholeAttempt;
  readonly followers: MovedFollower;
  readonly deliveries: MovedDelivery;
};

export type TransferKind = keyof TransferRows;

/**
 * Every kind, in an order in which each comes after those that it leans on. Not moved is what lives for minutes: logins
 * under way, launches that wait for a cookie, one-time codes. Who is in the middle of a launch launches again.
 */
export const transferKinds: readonly TransferKind[] = [
  ...(['organisations', 'studies', 'platforms', 'registrations', 'deployments', 'persons'] as const),
  ...(['resourceLinks', 'personSettings', 'launches', 'sessions', 'refreshHashes', 'invitations'] as const),
  ...(['audit', 'resourceLists', 'ltiRows', 'destinations', 'attempts', 'staffNotes'] as const),
  ...(['reviewRequests', 'grades', 'followers', 'deliveries'] as const),
];

export interface ReadShelf<Row> {
  /** The first rows, or those after a page's `next`, in an order of the database's own; `next` is null after the last. */
  read(
    after: string | null,
    limit: number,
  ): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>;
}

export interface Shelf<Row> extends ReadShelf<Row> {
  /** @throws AppError storage.duplicate where a row is there already */
  write(rows: readonly Row[]): Promise<void>;
  /** Called once all rows of the kind are written. */
  complete?(): Promise<void>;
}

export type Shelves = { readonly [Kind in TransferKind]: Shelf<TransferRows[Kind]> };
export type ReadShelves = { readonly [Kind in TransferKind]: ReadShelf<TransferRows[Kind]> };

/** A database that is moved; it is not changed. */
export interface TransferSource {
  readonly shelves: ReadShelves;
  close(): Promise<void>;
}

/** The database that it is moved to. NUM+ does not start on it before `finish`. */
export interface TransferTarget {
  readonly shelves: Shelves;
  /** Makes it a database like any other, durable. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** An attempt's document as it was read once; `read` brings the log that belongs to it, whenever it is asked. */
export interface StandingAttempt {
  readonly head: number;
  read(): Promise<WholeAttempt>;
}

/** Whose grades: rows of one person are read together, since a newer attempt takes over the row of an older. */
export interface GradedPerson {
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * A database that is copied while others go on writing to it, and that has no snapshot to offer. How what belongs
 * together is read so that it fits: upkeep/copy-live.ts.
 */
export interface WorkingSource {
  /** Each row as it stands when it is read; an attempt with the log up to the head that it has then. */
  readonly shelves: ReadShelves;
  /** Attempts as they stand now, by id, once everything that their logs bring about was written. */
  findStanding(ids: readonly string[]): Promise<ReadonlyMap<string, StandingAttempt>>;
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Attempts with their logs as they were at these heads. */
  readAt(heads: ReadonlyMap<string, number>): Promise<WholeAttempt[]>;
  /** Grades of whole persons, at least `limit` rows where there are as many. */
  readGrades(after: string | null, limit: number): Promise<{ rows: PlainRow[]; next: string | null }>;
  gradesOf(person: GradedPerson): Promise<PlainRow[]>;
  count(kind: TransferKind): Promise<number>;
}

/** A copy that is being made of a database at work: what has moved on meanwhile can be written once more. */
export interface CopyTarget extends TransferTarget {
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Writes an attempt in the place of the one with its id, if any; before `complete` alone. */
  replaceAttempt(row: WholeAttempt): Promise<void>;
  /** Takes away all rows of a kind, on which nothing that was written leans yet. */
  clear(kind: PlainKind | 'ltiRows'): Promise<void>;
}
