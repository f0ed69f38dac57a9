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

export function createPlainAccess(database: SqliteDatabase, kind: RowKind): RowAccess<PlainRow> {
  const { key, fields } = getRowKind(kind);
  const columns = Object.keys(fields);
  // Moved as stored, so that JSON keeps members unknown to this version.
  const row: z.ZodType<PlainRow> = z
    .custom((stored) => rowShapes[kind].safeParse(stored).success)
    .pipe(
      z.object(Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, columnTypes[type]]))),
    );
  // No key sorts before the empty text.
  const page = database.query(
    row,
    `SELECT ${columns.join(', ')} FROM ${kind} WHERE (${key.join(', ')}) > (${key.map((name) => `@${name}`).join(', ')})
     ORDER BY ${key.join(', ')} LIMIT @limit`,
  );
  const insert = database.command(insertInto(kind, columns));
  const keyOf = (of: PlainRow): SqlParams =>
    Object.fromEntries(key.map((name) => [name, toParam(of[name] ?? '', 'text')]));
  const cursor = z.record(z.string(), z.string());
  return {
    read: (after, limit) =>
      answer(() => {
        const from = after === null ? keyOf({}) : cursor.parse(JSON.parse(after));
        const rows = page.list({ ...from, limit });
        const last = rows.length < limit ? undefined : rows.at(-1);
        return { rows, next: last === undefined ? null : JSON.stringify(keyOf(last)) };
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
