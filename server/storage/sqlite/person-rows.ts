import type { PersonRowKind, PersonRowsPort } from '../ports/person-rows.ts';
import { personRowKinds } from '../ports/person-rows.ts';
import type { PlainRow } from '../ports/transfer.ts';
import { getRowKind } from '../row-kinds.ts';
import { attemptRow } from './attempt-rows.ts';
import type { Query, SqliteDatabase } from './database.ts';
import { answer } from './rows.ts';
import { createPlace, plainRow } from './transfer-rows.ts';

const ofPerson = 'organisationId = @organisationId AND personId = @personId';

export function createPersonRows(database: SqliteDatabase): PersonRowsPort {
  const queries = Object.fromEntries(
    personRowKinds.map((kind) => [kind, pageOf(database, kind)]),
  ) as Readonly<Record<PersonRowKind, Query<PlainRow>>>;
  const attempts = database.query(
    attemptRow,
    `SELECT * FROM attempts WHERE ${ofPerson} AND id > @after ORDER BY id LIMIT @limit`,
  );
  return {
    list: (kind, { organisationId, personId }, { limit, after = null }) =>
      answer(() => {
        const place = createPlace(kind);
        const rows = queries[kind].list({ ...place.from(after), organisationId, personId, limit });
        return { rows, next: place.next(rows, limit) };
      }),
    listAttempts: ({ organisationId, personId }, { limit, after = '' }) =>
      answer(() => attempts.list({ organisationId, personId, limit, after })),
  };
}

/** Of one table, the fields of the key that do not name the person lead from page to page. */
function pageOf(database: SqliteDatabase, kind: PersonRowKind): Query<PlainRow> {
  const { key, fields } = getRowKind(kind);
  const columns = Object.keys(fields).join(', ');
  const from = key.map((name) => `@after_${name}`).join(', ');
  return database.query(
    plainRow(kind),
    `SELECT ${columns} FROM ${kind} WHERE ${ofPerson} AND (${key.join(', ')}) > (${from})
     ORDER BY ${key.join(', ')} LIMIT @limit`,
  );
}
