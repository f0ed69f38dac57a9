import { rowKindNames } from '../row-kinds.ts';
import type { RowAccessByKind } from '../ports/transfer.ts';
import type { MongoDatabase } from './database.ts';
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
