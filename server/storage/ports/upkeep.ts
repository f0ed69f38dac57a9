/**
 * What operators' commands need of a database: its state, a copy, and its sealed values. Separate from Storage: it
 * neither creates nor migrates.
 */

/** A database server's state, as it reports it. */
export interface ServerState {
  /** E.g. 7.0.14. */
  readonly version: string;
  /** Whether it reports replicas. */
  readonly isReplicated: boolean;
  /** Seconds that its clock is ahead of ours; negative if behind. */
  readonly aheadMs: number;
  /** False if anybody who reaches it may read and write. */
  readonly asksWho: boolean;
  /** Rights that its user lacks; none if the server reports none. */
  readonly missingRights: readonly string[];
  /** `<collection> (<field>, <field>)` for each missing index that the adapter needs. */
  readonly missingIndexes: readonly string[];
}

/** The state of a database. */
export interface DatabaseState {
  /** Version of its tables, and the version of this program. */
  readonly version: number;
  readonly knownVersion: number;
  readonly bytes: number;
  /** Free bytes on its disk; null if unknown. */
  readonly freeBytes: number | null;
  /** Whether others than its owner may read its file; null if it is no file. */
  readonly readableByOthers: boolean | null;
  /** Rows of each kind, for comparing a copy with its source. */
  readonly rows: Readonly<Record<string, number>>;
  /** Null if the database is a file. */
  readonly server: ServerState | null;
}

export const sealedKinds = ['study', 'person', 'destination', 'held-launch', 'lti-row'] as const;

/** What is sealed under SECRET_KEY. Personal texts are sealed under the person's key, which is itself sealed. */
export type SealedKind = (typeof sealedKinds)[number];

export interface SealedValue {
  readonly id: string;
  /** What it is bound to: its own id, or the collection of a row of the protocol engine. */
  readonly context: string;
  readonly sealed: string;
}

export interface SealedChange {
  readonly id: string;
  /** The value to replace; if another is stored by now, nothing happens. */
  readonly from: string;
  readonly to: string;
}

export interface Upkeep {
  /** @throws AppError storage.unavailable */
  inspect(): Promise<DatabaseState>;
  /**
   * Faults of pages, indexes, references and rows, at most ten lines; none if the database is sound. Reads everything.
   */
  checkIntegrity(): Promise<readonly string[]>;
  /**
   * Copies the database as of one moment to a new place, for its owner alone, and checks that the copy is complete. The
   * tool may run. Returns the state of the copy.
   * @throws AppError storage.unavailable; `reason` taken if something is there already, copy-differs
   */
  copyTo(place: string): Promise<DatabaseState>;
  /** In the order of their ids. */
  listSealed(
    kind: SealedKind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly SealedValue[]>;
  /** Replaces each value atomically. Returns how many were replaced. The database does not retain the old values. */
  replaceSealed(kind: SealedKind, changes: readonly SealedChange[]): Promise<number>;
  close(): Promise<void>;
}
