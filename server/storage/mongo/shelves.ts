import { plainKindNames } from '../plain-kinds.ts';
import type { Shelves } from '../ports/transfer.ts';
import type { MongoDatabase } from './database.ts';
import { createAttemptShelf, createDeliveryShelf, createFollowerShelf } from './transfer-attempts.ts';
import { createLtiShelf, createPlainShelf } from './transfer-rows.ts';

export function createShelves(database: MongoDatabase): Shelves {
  const plain = Object.fromEntries(plainKindNames.map((kind) => [kind, createPlainShelf(database, kind)]));
  return {
    ...(plain as Pick<Shelves, (typeof plainKindNames)[number]>),
    ltiRows: createLtiShelf(database),
    attempts: createAttemptShelf(database),
    followers: createFollowerShelf(database),
    deliveries: createDeliveryShelf(database),
  };
}

/** All collections except the one with the version. */
export async function listOthers(database: MongoDatabase): Promise<string[]> {
  return (await database.collectionNames()).filter((name) => name !== 'schema');
}
