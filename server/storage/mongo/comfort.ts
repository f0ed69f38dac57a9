import type { ComfortPort } from '../ports/comfort.ts';
import { comfortRow } from '../shapes/persons.ts';
import type { MongoDatabase } from './database.ts';
import { putRevision } from './rows.ts';
import { keyOf } from './schemas/define-collection.ts';
import { comfort } from './schemas/launches.ts';

export function createComfort(database: MongoDatabase): ComfortPort {
  const rows = database.collection(comfort, comfortRow);
  return {
    find: (organisationId, personId) => rows.find({ _id: keyOf(comfort, { organisationId, personId }) }),
    put: (row) => putRevision(rows, keyOf(comfort, row), row),
  };
}
