import type { MongoDatabase } from '../database.ts';

export async function studyTexts(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'studyTexts',
    fields: { organisationId: 1, studyId: 1, revision: -1 },
  });
  await database.createIndex({
    collection: 'studyPlaces',
    fields: { organisationId: 1, studyId: 1, place: 1 },
  });
}
