import type { MongoDatabase } from '../database.ts';

export async function auditOfASubject(database: MongoDatabase): Promise<void> {
  await database.createIndex({
    collection: 'audit',
    fields: { organisationId: 1, subject: 1, at: 1, _id: 1 },
  });
}
