/**
 * Version 1. The indexes of every collection; `_id` has its own. A unique one is a lock: of many processes that insert
 * the same, one does. Fields of a unique index are in every document: one without would count as one with null.
 */
import type { IndexShape, MongoDatabase } from '../database.ts';

const indexes: readonly IndexShape[] = [
  { collection: 'organisations', fields: { createdAt: 1, _id: 1 } },
  { collection: 'studies', fields: { organisationId: 1, createdAt: 1, _id: 1 } },
];

export async function initial(database: MongoDatabase): Promise<void> {
  for (const index of indexes) await database.createIndex(index);
}
