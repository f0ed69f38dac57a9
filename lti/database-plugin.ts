/** Placeholder of the port, filled by the LTI work. */
export interface LtiRows {
  find(collection: string, query: Readonly<Record<string, string>>, now: number): Promise<LtiRow[]>;
  /** Throws an Error whose `code` is `storage.duplicate` where the collection's unique key is taken. */
  insert(row: LtiRow): Promise<void>;
  /** Replaces every row that matches, or inserts; one atomic act. */
  replace(query: Readonly<Record<string, string>>, row: LtiRow): Promise<void>;
  remove(collection: string, query: Readonly<Record<string, string>>): Promise<void>;
  deleteExpired(now: number, limit: number): Promise<number>;
}

/** One row of the protocol engine: `index` holds what it is found by, `value` the rest (JSON text, maybe sealed). */
export interface LtiRow {
  readonly collection: string;
  readonly index: Readonly<Record<string, string>>;
  /** Unique within the collection, or empty. */
  readonly uniqueKey: string;
  readonly value: string;
  readonly createdAt: number;
  /** 0: never. */
  readonly expiresAt: number;
}
