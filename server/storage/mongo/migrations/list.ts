/** In order. A released migration never changes; a change is a new file. */
import type { IndexShape, MongoDatabase } from '../database.ts';
import { initial, initialIndexes } from './001-initial.ts';

export interface Migration {
  readonly version: number;
  /**
   * Whether repeating an interrupted run is harmless, as with indexes. Otherwise a half-finished one is
   * refused.
   */
  readonly repeatable: boolean;
  run(database: MongoDatabase): Promise<void>;
}

export const migrations: readonly Migration[] = [{ version: 1, repeatable: true, run: initial }];

/** All indexes after the migrations. */
export const indexes: readonly IndexShape[] = initialIndexes;
