import type { MongoDatabase } from '../database.ts';

export async function backgrounds(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'backgrounds',
    fields: { organisationId: 1, studyId: 1, personId: 1 },
    unique: true,
  });
}
