/** Version 2. A destination is named in its study's batches page by page, in the order of keys. */
import type { MongoDatabase } from '../database.ts';

export async function batchesOfAStudy(database: MongoDatabase): Promise<void> {
  await database.createIndex({ collection: 'batches', fields: { organisationId: 1, studyId: 1, _id: 1 } });
}
