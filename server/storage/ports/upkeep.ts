/** For operators' commands. It neither creates nor migrates. */

/** As the server reports it. */
export interface ServerState {
  /** E.g. 7.0.14. */
  readonly version: string;
  readonly isReplicated: boolean;
  /** Seconds ahead of our clock; negative if behind. */
  readonly aheadMs: number;
  /** False if anybody who reaches it may read and write. */
  readonly asksWho: boolean;
  /** Of its user; empty if the server reports none. */
  readonly missingRights: readonly string[];
  /** `<collection> (<field>, <field>)` per index. */
  readonly missingIndexes: readonly string[];
}

export interface DatabaseState {
  /** Of its tables, and of this program. */
  readonly version: number;
  readonly knownVersion: number;
  readonly bytes: number;
  /** Bytes; null if unknown. */
  readonly freeBytes: number | null;
  /** Null if it is no file. */
  readonly readableByOthers: boolean | null;
  /** By kind, for comparing a copy. */
  readonly rows: Readonly<Record<string, number>>;
  /** Null if the database is a file. */
  readonly server: ServerState | null;
}

export const sealedKinds = ['study', 'person', 'destination', 'held-launch', 'lti-row'] as const;

/** Sealed under SECRET_KEY. Personal texts are sealed under the person's key, which is itself sealed. */
export type SealedKind = (typeof sealedKinds)[number];

export interface SealedValue {
  readonly id: string;
  /** What it is bound to: its id, or the collection of a protocol engine row. */
  readonly context: string;
  readonly sealed: string;
}

export interface SealedChange {
  readonly id: string;
  /** If another value is stored by now, nothing happens. */
  readonly from: string;
  readonly to: string;
}

export interface Upkeep {
  /** @throws AppError storage.unavailable */
  inspect(): Promise<DatabaseState>;
  /** Faults of pages, indexes, references and rows, at most ten lines. Reads everything. */
  checkIntegrity(): Promise<readonly string[]>;
  /**
   * Copies the database as of one moment to a new place, for its owner alone, and checks the copy. The tool
   * may run. Returns the copy's state.
   * @throws AppError storage.unavailable; `reason` taken if something is there, copy-differs
   */
  copyTo(place: string): Promise<DatabaseState>;
  /** By id. */
  listSealed(
    kind: SealedKind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly SealedValue[]>;
  /** Atomic per value; the database does not retain old values. Returns how many. */
  replaceSealed(kind: SealedKind, changes: readonly SealedChange[]): Promise<number>;
  close(): Promise<void>;
}
