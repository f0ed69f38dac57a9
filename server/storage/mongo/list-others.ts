import type { MongoDatabase } from './database.ts';
import { erasedPersons } from './schemas/erasures.ts';

/** All collections except the one with the version, and the list that outlives what is moved here (ADR 52). */
export async function listOthers(database: MongoDatabase): Promise<string[]> {
  const kept = ['schema', erasedPersons.name];
  return (await database.collectionNames()).filter((name) => !kept.includes(name));
}
