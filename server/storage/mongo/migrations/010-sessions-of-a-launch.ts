import type { MongoDatabase } from '../database.ts';

export async function sessionsOfALaunch(database: MongoDatabase): Promise<void> {
  await database.createIndex({ collection: 'sessions', fields: { launchId: 1 } });
}
