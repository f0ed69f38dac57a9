/** For operators' commands; never creates or migrates a database. */
import type { AuditPort } from './audit.ts';
import type { ErasedListPort } from './erasures.ts';

export interface ServerState {
  readonly version: string;
  readonly isReplicated: boolean;
  /** Milliseconds that the server is ahead of our clock; negative if behind. */
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
  /** Null if the database is no file. */
  readonly readableByOthers: boolean | null;
  readonly rows: Readonly<Record<string, number>>;
  readonly server: ServerState | null;
}

export const sealedKinds = [
  ...(['study', 'person', 'destination', 'consent', 'background'] as const),
  ...(['held-launch', 'lti-row'] as const),
] as const;

/** Sealed under SECRET_KEY; personal texts under the person's key, which is itself sealed. */
export type SealedKind = (typeof sealedKinds)[number];

export interface SealedValue {
  readonly id: string;
  /** What the value is bound to: its id, or the collection of a row of ltijs. */
  readonly context: string;
  readonly sealed: string;
}

export interface SealedChange {
  readonly id: string;
  /** Replaced only if this value is still stored. */
  readonly from: string;
  readonly to: string;
}

export interface Upkeep {
  /** Its table is the same in every version. */
  readonly audit: AuditPort;
  listOrganisationIds(): Promise<readonly string[]>;
  /** @throws AppError storage.unavailable */
  inspect(): Promise<DatabaseState>;
  /** Returns at most ten problems; reads everything. */
  checkIntegrity(): Promise<readonly string[]>;
  /**
   * As of one moment, checked, readable by its owner only; the tool may run meanwhile.
   * @throws AppError storage.unavailable; `reason` taken if something is there, copy-differs
   */
  copyTo(place: string): Promise<DatabaseState>;
  /** By id. */
  listSealed(
    kind: SealedKind,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly SealedValue[]>;
  /** Afterwards the database does not retain the old values. */
  replaceSealed(kind: SealedKind, changes: readonly SealedChange[]): Promise<number>;
  /** `copyTo` does not copy it. */
  readonly erasedList: ErasedListPort;
  close(): Promise<void>;
}
