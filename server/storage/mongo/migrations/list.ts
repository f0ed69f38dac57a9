/** The migrations in order. A released one is never changed: what comes after it is a new file. */
import type { IndexShape, MongoDatabase } from '../database.ts';
import { initial, initialIndexes } from './001-initial.ts';

export interface Migration {
  readonly version: number;
  /**
   * Whether a second run after half of a first does no harm, as with indexes. What another start left half-finished is
   * then done again; else it is refused.
   */
  readonly repeatable: boolean;
  run(database: MongoDatabase): Promise<void>;
}

export const migrations: readonly Migration[] = [{ version: 1, repeatable: true, run: initial }];

/** Every index that the migrations leave behind. */
export const indexes: readonly IndexShape[] = initialIndexes;
