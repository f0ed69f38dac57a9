/**
 * Moving a whole database to another kind: rows of each kind are read page by page and written into an empty database.
 * Separate from Storage: rows are moved as they are.
 */
import type { LtiRow } from '../../../lti/engine/database-plugin.ts';
import type { PlainKind } from '../plain-kinds.ts';
import type { Attempt, AttemptProgress, StatementRow } from './attempts.ts';
import type { AttemptDelivery } from './deliveries.ts';

/** A row whose fields are the same in both databases, under the names of its port. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** An attempt with its whole log. */
export interface WholeAttempt {
  readonly attempt: Attempt;
  readonly progress: AttemptProgress;
  /** In log order; `entry` is the JSON text as stored. */
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
 * A destination that has deliveries. Its position is not moved: it looks at every statement again and creates the
 * missing deliveries.
 */
export interface MovedFollower {
  readonly destinationId: string;
  readonly organisationId: string;
  readonly studyId: string;
  readonly tier: number;
  readonly sent: number;
}

/** A delivery without its lease: nobody sends while a database is moved. */
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
 * Every kind, after the kinds that it refers to. Rows that live for minutes are not moved (logins, held launches,
 * one-time codes): whoever is in the middle of a launch launches again.
 */
export const transferKinds: readonly TransferKind[] = [
  ...(['organisations', 'studies', 'platforms', 'registrations', 'deployments', 'persons'] as const),
  ...(['resourceLinks', 'personSettings', 'launches', 'sessions', 'refreshHashes', 'invitations'] as const),
  ...(['audit', 'resourceLists', 'ltiRows', 'destinations', 'attempts', 'staffNotes'] as const),
  ...(['reviewRequests', 'grades', 'followers', 'deliveries'] as const),
];

export interface ReadShelf<Row> {
  /** The first rows, or those after a page's `next`, in the database's own order; `next` is null after the last. */
  read(
    after: string | null,
    limit: number,
  ): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>;
}

export interface Shelf<Row> extends ReadShelf<Row> {
  /** @throws AppError storage.duplicate if a row exists */
  write(rows: readonly Row[]): Promise<void>;
  /** Called once all rows of the kind are written. */
  complete?(): Promise<void>;
}

export type Shelves = { readonly [Kind in TransferKind]: Shelf<TransferRows[Kind]> };
export type ReadShelves = { readonly [Kind in TransferKind]: ReadShelf<TransferRows[Kind]> };

/** The database to move. It is not changed. */
export interface TransferSource {
  readonly shelves: ReadShelves;
  close(): Promise<void>;
}

/** The new database. NUM+ does not start on it before `finish`. */
export interface TransferTarget {
  readonly shelves: Shelves;
  /** Makes it durable and usable. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** An attempt's document as it was read; `read` reads the log that belongs to it at any later time. */
export interface StandingAttempt {
  readonly head: number;
  read(): Promise<WholeAttempt>;
}

/** Whose grades: rows of one person are read together, since a newer attempt takes over the row of an older one. */
export interface GradedPerson {
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * A database without snapshots that is copied while others write to it. How related rows are read consistently:
 * upkeep/copy-live.ts.
 */
export interface WorkingSource {
  /** Each row at the moment when it is read; an attempt with the log up to its head at that moment. */
  readonly shelves: ReadShelves;
  /** Attempts now, by id, after everything that their logs require was written. */
  findStanding(ids: readonly string[]): Promise<ReadonlyMap<string, StandingAttempt>>;
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Attempts with their logs up to these heads. */
  readAt(heads: ReadonlyMap<string, number>): Promise<WholeAttempt[]>;
  /** Grades of whole persons, at least `limit` rows if there are as many. */
  readGrades(after: string | null, limit: number): Promise<{ rows: PlainRow[]; next: string | null }>;
  gradesOf(person: GradedPerson): Promise<PlainRow[]>;
  count(kind: TransferKind): Promise<number>;
}

/** A copy in progress of a database in use: rows that changed meanwhile can be written again. */
export interface CopyTarget extends TransferTarget {
  findHeads(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Replaces the attempt with its id, if any. Only before `complete`. */
  replaceAttempt(row: WholeAttempt): Promise<void>;
  /** Deletes all rows of a kind that no written row refers to. */
  clear(kind: PlainKind | 'ltiRows'): Promise<void>;
}
