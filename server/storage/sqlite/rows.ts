/** Shared pieces of the row mappings: column types that SQLite lacks, insert statements, answers as promises. */
import { z } from 'zod';

/** A boolean kept as 0 or 1. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

/** The key of a person's or a study's row that is trusted. */
export function toSealedKey({ sealedKey }: { readonly sealedKey: string }): string {
  return sealedKey;
}

/** A value kept as JSON text. */
export function json<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return z.string().transform(parseJson).pipe(schema);
}

/** What a text of JSON says; for a schema, to which a text that is none is a fault of the row. */
export function parseJson(text: string, { issues }: z.core.ParsePayload): unknown {
  try {
    return JSON.parse(text);
  } catch {
    issues.push({ code: 'custom', message: 'no JSON', input: text });
    return z.NEVER;
  }
}

/** `INSERT INTO table (a, b) VALUES (@a, @b)`. */
export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
}

/** SQLite answers at once; the ports promise. A throw becomes a rejection. */
export function answer<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** Rows of a page: those after the row named by @after, by age; a row that isn't there has none after it. */
export function agePage(table: string, scope: string): string {
  return `SELECT * FROM ${table} WHERE ${scope}
    AND (@after IS NULL OR (createdAt, id) > (SELECT createdAt, id FROM ${table} WHERE ${scope} AND id = @after))
    ORDER BY createdAt, id LIMIT @limit`;
}
