/** Version 2. A new destination is named in the batches of its study page by page, in the order of their keys. */
import type { MongoDatabase } from '../database.ts';

export async function batchesOfAStudy(database: MongoDatabase): Promise<void> {
  await database.createIndex({ collection: 'batches', fields: { organisationId: 1, studyId: 1, _id: 1 } });
}
