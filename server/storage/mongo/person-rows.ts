import { type PersonRowKind, personRowKinds, type PersonRowsPort } from '../ports/person-rows.ts';
import { asPort } from './attempt-rows.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import type { AttemptCollections } from './store-batch.ts';
import { openPlainRows, readByKey } from './transfer-rows.ts';

export function createPersonRows(
  database: MongoDatabase,
  { attempts }: Pick<AttemptCollections, 'attempts'>,
): PersonRowsPort {
  const tables = Object.fromEntries(
    personRowKinds.map((kind) => [kind, openPlainRows(database, kind)]),
  ) as Readonly<Record<PersonRowKind, ReturnType<typeof openPlainRows>>>;
  return {
    list: (kind, { organisationId, personId }, { limit, after = null }) => {
      const { rows, key } = tables[kind];
      return readByKey(rows, key, after, limit, { organisationId, personId });
    },
    listAttempts: async ({ organisationId, personId }, { limit, after = '' }) => {
      const own = { organisationId, personId, _id: above(after) };
      return (await attempts.list(own, { _id: 1 }, limit)).map(asPort);
    },
  };
}
