import { z } from 'zod';
import type { SqliteDatabase, SqlParams } from './database.ts';

export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

export function toSealedKey({ sealedKey }: { readonly sealedKey: string }): string {
  return sealedKey;
}

export function json<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return z.string().transform(parseJson).pipe(schema);
}

/** Reports invalid JSON as an issue of the row. */
function parseJson(text: string, { issues }: z.core.ParsePayload): unknown {
  try {
    return JSON.parse(text);
  } catch {
    issues.push({ code: 'custom', message: 'no JSON', input: text });
    return z.NEVER;
  }
}

/** A flag as 0 or 1, a list or an object as JSON. */
export function sqlParams(row: object): SqlParams {
  return Object.fromEntries(
    Object.entries(row as Readonly<Record<string, unknown>>).map(([name, value]) => [name, sqlValue(value)]),
  );
}

function sqlValue(value: unknown): SqlParams[string] {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value as string | number | null;
}

export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
}

/** Turns a throw into a rejection. */
export function answer<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** SQL: the organisation's row whose id is @`param`. */
export function byIdIn(table: string, param: string, columns = '*'): string {
  return `SELECT ${columns} FROM ${table} WHERE organisationId = @organisationId AND id = @${param}`;
}

/** SQL: deletes at most @limit rows. */
export function sweepOf(table: string, key: string, where: string): string {
  return `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT @limit)`;
}

/** SQL: rows after @after, by age; none if that row does not exist. */
export function agePage(table: string, scope: string): string {
  return `SELECT * FROM ${table} WHERE ${scope}
    AND (@after IS NULL OR (createdAt, id) > (SELECT createdAt, id FROM ${table} WHERE ${scope} AND id = @after))
    ORDER BY createdAt, id LIMIT @limit`;
}

/** Inserts revision 1 or replaces the previous one; returns whether a row was written. */
export function createRevisionWriter(
  database: SqliteDatabase,
  table: string,
  { key, columns }: { readonly key: readonly string[]; readonly columns: readonly string[] },
): (row: SqlParams) => boolean {
  const insert = database.command(`${insertInto(table, [...key, ...columns])} ON CONFLICT DO NOTHING`);
  const replace = database.command(
    `UPDATE ${table} SET ${columns.map((name) => `${name} = @${name}`).join(', ')}
     WHERE ${key.map((name) => `${name} = @${name}`).join(' AND ')} AND revision = @revision - 1`,
  );
  return (row) => (row.revision === 1 ? insert(row) : replace(row)) > 0;
}
