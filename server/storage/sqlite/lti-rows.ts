/** Searchable fields have a table of their own, so that each is indexed. */
import { z } from 'zod';
import type { LtiRow, LtiRows } from '../../../lti/engine/database-plugin.ts';
import type { Query, SqliteDatabase } from './database.ts';
import { answer, insertInto, json, sweepOf } from './rows.ts';

type Fields = Readonly<Record<string, string>>;

interface Stored {
  readonly id: number;
  readonly row: LtiRow;
}

export const storedRow = z
  .object({
    id: z.number(),
    collection: z.string(),
    fields: json(z.record(z.string(), z.string())),
    uniqueKey: z.string(),
    value: z.string(),
    createdAt: z.number(),
    expiresAt: z.number(),
  })
  .transform(({ id, fields, ...row }): Stored => ({ id, row: { index: fields, ...row } }));

const idRow = z.object({ id: z.number() });

const unexpired = '(expiresAt = 0 OR expiresAt > @now)';

export function createLtiRows(database: SqliteDatabase): LtiRows {
  const insert = createInserter(database);
  const matching = createMatcher(database);
  const remove = database.command('DELETE FROM ltiRows WHERE id = @id');
  const sweep = database.command(sweepOf('ltiRows', 'id', 'expiresAt > 0 AND expiresAt <= @now'));
  const removeMatching = (collection: string, query: Fields): void => {
    // With time 0 nothing counts as expired, so expired rows are deleted too.
    for (const { id } of matching(collection, query, 0)) remove({ id });
  };
  return {
    find: (collection, query, now) => answer(() => matching(collection, query, now).map(({ row }) => row)),
    insert: (row) =>
      database.write(() => {
        insert(row);
      }),
    replace: (query, row) =>
      database.write(() => {
        removeMatching(row.collection, query);
        insert(row);
      }),
    remove: (collection, query) =>
      database.write(() => {
        removeMatching(collection, query);
      }),
    deleteExpired: (now, limit) => answer(() => sweep({ now, limit })),
  };
}

export function createInserter(database: SqliteDatabase): (row: LtiRow) => void {
  // An expired row does not block its key.
  const freeKey = database.command(
    `DELETE FROM ltiRows WHERE collection = @collection AND uniqueKey = @uniqueKey AND uniqueKey <> ''
     AND NOT ${unexpired}`,
  );
  const insertRow = database.query(
    idRow,
    `${insertInto('ltiRows', ['collection', 'fields', 'uniqueKey', 'value', 'createdAt', 'expiresAt'])}
     RETURNING id`,
  );
  const insertField = database.command(insertInto('ltiFields', ['collection', 'name', 'value', 'rowId']));
  return ({ collection, index, uniqueKey, value, createdAt, expiresAt }) => {
    freeKey({ collection, uniqueKey, now: createdAt });
    const fields = JSON.stringify(index);
    const { id } = insertRow.get({ collection, fields, uniqueKey, value, createdAt, expiresAt });
    for (const [name, field] of Object.entries(index)) {
      insertField({ collection, name, value: field, rowId: id });
    }
  };
}

type Matcher = (collection: string, query: Fields, now: number) => Stored[];

/** Names and values are bound, never part of the SQL. */
function createMatcher(database: SqliteDatabase): Matcher {
  const prepared = new Map<number, Query<Stored>>();
  const prepare = (fieldCount: number): Query<Stored> => {
    const conditions = Array.from(
      { length: fieldCount },
      (_, index) => `AND id IN (SELECT rowId FROM ltiFields WHERE collection = @collection
         AND name = @name${index} AND value = @value${index})`,
    );
    return database.query(
      storedRow,
      `SELECT * FROM ltiRows WHERE collection = @collection AND ${unexpired} ${conditions.join(' ')}
       ORDER BY id`,
    );
  };
  return (collection, query, now) => {
    const fields = Object.entries(query);
    const statement = prepared.get(fields.length) ?? prepare(fields.length);
    prepared.set(fields.length, statement);
    const bound: Record<string, string> = {};
    for (const [index, [name, value]] of fields.entries()) {
      bound[`name${index}`] = name;
      bound[`value${index}`] = value;
    }
    return statement.list({ ...bound, collection, now });
  };
}
