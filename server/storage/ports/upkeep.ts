/** For operators' commands. It neither creates nor migrates. */

export interface ServerState {
  readonly version: string;
  readonly isReplicated: boolean;
  /** Seconds ahead of our clock; negative if behind. */
  readonly aheadMs: number;
  /** False if anybody may read and write. */
  readonly asksWho: boolean;
  /** Empty if the server reports no privileges. */
  readonly missingRights: readonly string[];
  /** `<collection> (<field>, <field>)` per index. */
  readonly missingIndexes: readonly string[];
}

export interface DatabaseState {
  readonly version: number;
  readonly knownVersion: number;
  readonly bytes: number;
  readonly freeBytes: number | null;
  /** Null if it is no file. */
  readonly readableByOthers: boolean | null;
  readonly rows: Readonly<Record<string, number>>;
  /** Null if the database is a file. */
  readonly server: ServerState | null;
}

export const sealedKinds = ['study', 'person', 'destination', 'held-launch', 'lti-row'] as const;

/**
 * These are sealed under SECRET_KEY. Personal texts are sealed under the person's key, which is itself
 * sealed.
 */
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
  /** At most ten lines. Reads everything. */
  checkIntegrity(): Promise<readonly string[]>;
  /**
   * A checked copy as of one moment, for its owner alone. The tool may run. Returns the copy's state.
   * @throws AppError storage.unavailable; `reason` taken if something is there, copy-differs
   */
  copyTo(place: string): Promise<DatabaseState>;
  /** By id. */
  listSealed(
    kind: SealedKind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly SealedValue[]>;
  /** The database does not retain old values. */
  replaceSealed(kind: SealedKind, changes: readonly SealedChange[]): Promise<number>;
  close(): Promise<void>;
}
