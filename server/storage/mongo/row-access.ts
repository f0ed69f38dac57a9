import { rowKindNames } from '../row-kinds.ts';
import type { RowAccessByKind } from '../ports/transfer.ts';
import type { MongoDatabase } from './database.ts';
import { erasedPersons } from './schemas/erasures.ts';
import { createAttemptAccess, createDeliveryAccess, createFollowerAccess } from './transfer-attempts.ts';
import { createLtiAccess, createPlainAccess } from './transfer-rows.ts';

export function createRowAccess(database: MongoDatabase): RowAccessByKind {
  const plain = Object.fromEntries(rowKindNames.map((kind) => [kind, createPlainAccess(database, kind)]));
  return {
    ...(plain as Pick<RowAccessByKind, (typeof rowKindNames)[number]>),
    ltiRows: createLtiAccess(database),
    attempts: createAttemptAccess(database),
    followers: createFollowerAccess(database),
    deliveries: createDeliveryAccess(database),
  };
}

/** All collections except the one with the version, and the list that outlives what is moved here (ADR 52). */
export async function listOthers(database: MongoDatabase): Promise<string[]> {
  const kept = ['schema', erasedPersons.name];
  return (await database.collectionNames()).filter((name) => !kept.includes(name));
}
