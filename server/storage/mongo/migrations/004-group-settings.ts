import type { MongoDatabase } from '../database.ts';

export async function groupSettings(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'groupSettings',
    fields: { organisationId: 1, resourceLinkId: 1, groupId: 1 },
  });
}
