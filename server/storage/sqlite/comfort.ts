import type { Comfort, ComfortPort } from '../ports/comfort.ts';
import { comfortRow } from '../shapes/persons.ts';
import type { SqliteDatabase } from './database.ts';
import { answer, createRevisionWriter, json, sqlParams } from './rows.ts';

export const storedComfort = comfortRow.extend({ settings: json(comfortRow.shape.settings) });

export function createComfort(database: SqliteDatabase): ComfortPort {
  const own = database.query<Comfort>(
    storedComfort,
    'SELECT * FROM comfort WHERE organisationId = @organisationId AND personId = @personId',
  );
  const write = createRevisionWriter(database, 'comfort', {
    key: ['organisationId', 'personId'],
    columns: ['settings', 'revision', 'updatedAt'],
  });
  return {
    find: (organisationId, personId) => answer(() => own.find({ organisationId, personId })),
    put: (comfort) => database.write(() => write(sqlParams(comfort))),
  };
}
