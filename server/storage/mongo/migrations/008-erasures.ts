import type { MongoDatabase } from '../database.ts';

export async function erasures(database: MongoDatabase): Promise<void> {
  await database.createIndex({ collection: 'erasures', fields: { sweepAt: 1 } });
  await database.createIndex({
    collection: 'voidings',
    fields: { destinationId: 1, state: 1, nextAt: 1 },
  });
  await database.createIndex({
    collection: 'voidings',
    fields: { erasureId: 1, destinationId: 1, state: 1 },
  });
}
