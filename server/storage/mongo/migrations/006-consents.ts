import type { MongoDatabase } from '../database.ts';

export async function consents(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'consents',
    fields: { organisationId: 1, studyId: 1, personId: 1 },
    unique: true,
  });
}
