/**
 * What an operator's commands ask of a database beyond play: how it stands, a copy, and what is sealed in it. Apart
 * from Storage, since it neither makes nor migrates anything: it looks at a database as it is.
 */

/** The server of a database that is no file, by its own account. */
export interface ServerState {
  /** As 7.0.14. */
  readonly version: string;
  /** Whether it says that other servers keep the same. */
  readonly isReplicated: boolean;
  /** By how much its clock is ahead of ours; negative where it is behind. */
  readonly aheadMs: number;
  /** False where whoever reaches it may read and write everything. */
  readonly asksWho: boolean;
  /** What its user must be allowed here and is not; none where the server tells nothing of it. */
  readonly missingRights: readonly string[];
  /** `<collection> (<field>, <field>)` for each index that is not there and that the adapter leans on. */
  readonly missingIndexes: readonly string[];
}

/** How a database stands, by its own account. */
export interface DatabaseState {
  /** Version of its tables, and the version that this program makes of it. */
  readonly version: number;
  readonly knownVersion: number;
  readonly bytes: number;
  /** Bytes that may still be written where it lies; null where that cannot be known. */
  readonly freeBytes: number | null;
  /** Whether others than its owner may read its file; null where it is no file. */
  readonly readableByOthers: boolean | null;
  /** How many rows each kind has, for comparing a copy with its source. */
  readonly rows: Readonly<Record<string, number>>;
  /** Null where the database is a file. */
  readonly server: ServerState | null;
}

export const sealedKinds = ['study', 'person', 'destination', 'held-launch', 'lti-row'] as const;

/** What is sealed under SECRET_KEY. Texts of persons are sealed under the person's key, which is. */
export type SealedKind = (typeof sealedKinds)[number];

export interface SealedValue {
  readonly id: string;
  /** What it is sealed to: its own id, or the collection of a row of the protocol engine. */
  readonly context: string;
  readonly sealed: string;
}

export interface SealedChange {
  readonly id: string;
  /** The value that is replaced: where another stands by now, nothing happens. */
  readonly from: string;
  readonly to: string;
}

export interface Upkeep {
  /** @throws AppError storage.unavailable */
  inspect(): Promise<DatabaseState>;
  /** What the engine finds wrong, at most ten lines; none where all is whole. Reads everything. */
  checkIntegrity(): Promise<readonly string[]>;
  /**
   * Copies the database as it stands at one moment to a new place, for its owner alone, and checks the copy: whole, and
   * nothing lost. The tool may run. Answers how the copy stands.
   * @throws AppError storage.unavailable; `reason` taken where something is there already, copy-differs
   */
  copyTo(place: string): Promise<DatabaseState>;
  /** Sealed values in the order of their ids. */
  listSealed(
    kind: SealedKind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly SealedValue[]>;
  /**
   * Replaces each value in one atomic write, of its own or with the others; answers how many were replaced. The database
   * itself holds the old values no more.
   */
  replaceSealed(kind: SealedKind, changes: readonly SealedChange[]): Promise<number>;
  close(): Promise<void>;
}
