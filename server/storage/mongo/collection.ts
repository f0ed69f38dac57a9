import type { AllOf, ByKey, Where } from './conditions.ts';
import type { Order } from './schemas/define-collection.ts';

/** Field names never come from a request. */
export interface Change {
  readonly $set?: Readonly<Record<string, unknown>>;
  readonly $inc?: Readonly<Record<string, number>>;
  readonly $min?: Readonly<Record<string, number>>;
  readonly $addToSet?: Readonly<Record<string, string | { readonly $each: readonly string[] }>>;
  readonly $pull?: Readonly<Record<string, string>>;
}

/**
 * Each call is atomic per document only. Changes return how many matched. After an election the driver repeats
 * only writes that name their documents, or change one.
 */
export interface Collection<Row> {
  /** @throws AppError storage.duplicate if the key or a unique index has it */
  insert(row: Row): Promise<void>;
  /** In order, until one exists; returns how many were inserted. */
  insertUntilDuplicate(rows: readonly Row[]): Promise<number>;
  /** Replaces an existing document if it matches `scope`; otherwise throws as insert. */
  put(row: Row, scope?: AllOf): Promise<void>;
  find(where: Where, order?: Order): Promise<Row | undefined>;
  list(where: Where, order: Order, limit: number): Promise<Row[]>;
  listKeys(where: Where, order: Order, limit: number): Promise<string[]>;
  /** Stops counting at `most`. */
  count(where: Where, most?: number): Promise<number>;
  change(where: ByKey, change: Change): Promise<number>;
  /** Changes one document per condition, in any order. */
  changeEach(changes: readonly { readonly where: AllOf; readonly change: Change }[]): Promise<number>;
  /** Returns the first match as changed. Works as a lock if the change makes the condition false. */
  changeOne(where: Where, change: Change, order?: Order): Promise<Row | undefined>;
  remove(where: ByKey): Promise<number>;
  /** Removes a match and returns it, to one of concurrent callers. */
  take(where: Where): Promise<Row | undefined>;
}
