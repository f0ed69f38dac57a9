import type { MongoDatabase } from '../database.ts';

export async function groups(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'groupMemberships',
    fields: { organisationId: 1, resourceLinkId: 1, personId: 1 },
  });
}
