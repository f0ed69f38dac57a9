import { z } from 'zod';
import { type FieldType, getRowKind, type RowKind } from '../row-kinds.ts';
import type { PlainRow, RowAccess, TransferRows } from '../ports/transfer.ts';
import type { SqliteDatabase, SqlParams } from './database.ts';
import { createInserter, storedRow } from './lti-rows.ts';
import { rowShapes } from './row-shapes.ts';
import { answer, flag, insertInto, json } from './rows.ts';

const columnTypes: Readonly<Record<FieldType, z.ZodType>> = {
  text: z.string().nullable(),
  number: z.number().nullable(),
  flag,
  json: json(z.unknown()).nullable(),
};

/** Moved as stored, so that JSON keeps members unknown to this version. */
export function plainRow(kind: RowKind): z.ZodType<PlainRow> {
  const types = Object.entries(getRowKind(kind).fields).map(([name, type]) => [name, columnTypes[type]]);
  return z
    .custom((stored) => rowShapes[kind].safeParse(stored).success)
    .pipe(z.object(Object.fromEntries(types)));
}

/** Where a page begins: after a key, given to SQL as `@after_<field>`. */
export function createPlace(kind: RowKind): {
  from(after: string | null): SqlParams;
  /** Null if the page was the last. */
  next(rows: readonly PlainRow[], limit: number): string | null;
} {
  const { key } = getRowKind(kind);
  // No key sorts before the empty text.
  const keyOf = (of: PlainRow): Record<string, string | number | null> =>
    Object.fromEntries(key.map((name) => [`after_${name}`, toParam(of[name] ?? '', 'text')]));
  return {
    from: (after) => (after === null ? keyOf({}) : cursor.parse(JSON.parse(after))),
    next: (rows, limit) => {
      const last = rows.length < limit ? undefined : rows.at(-1);
      return last === undefined ? null : JSON.stringify(keyOf(last));
    },
  };
}

const cursor = z.record(z.string(), z.union([z.string(), z.number()]));

export function createPlainAccess(database: SqliteDatabase, kind: RowKind): RowAccess<PlainRow> {
  const { key, fields } = getRowKind(kind);
  const columns = Object.keys(fields);
  const place = createPlace(kind);
  const page = database.query(
    plainRow(kind),
    `SELECT ${columns.join(', ')} FROM ${kind} WHERE (${key.join(', ')}) > (${key.map((name) => `@after_${name}`).join(', ')})
     ORDER BY ${key.join(', ')} LIMIT @limit`,
  );
  const insert = database.command(insertInto(kind, columns));
  return {
    read: (after, limit) =>
      answer(() => {
        const rows = page.list({ ...place.from(after), limit });
        return { rows, next: place.next(rows, limit) };
      }),
    write: (rows) =>
      answer(() => {
        database.atomically(() => {
          for (const one of rows) insert(toParams(one, fields));
        });
      }),
  };
}

function toParams(row: PlainRow, fields: Readonly<Record<string, FieldType>>): SqlParams {
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [name, toParam(row[name] ?? null, type)]),
  );
}

function toParam(value: unknown, type: FieldType): string | number | null {
  if (value === null) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'flag') return Number(value);
  return z.union([z.string(), z.number()]).parse(value);
}

export function createLtiAccess(database: SqliteDatabase): RowAccess<TransferRows['ltiRows']> {
  const page = database.query(storedRow, 'SELECT * FROM ltiRows WHERE id > @after ORDER BY id LIMIT @limit');
  const insert = createInserter(database);
  return {
    read: (after, limit) =>
      answer(() => {
        const found = page.list({ after: Number(after ?? 0), limit });
        const last = found.length < limit ? undefined : found.at(-1);
        return { rows: found.map(({ row }) => row), next: last === undefined ? null : String(last.id) };
      }),
    write: (rows) =>
      answer(() => {
        database.atomically(() => {
          for (const row of rows) insert(row);
        });
      }),
  };
}
