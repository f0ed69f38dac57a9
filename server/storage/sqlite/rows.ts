import { z } from 'zod';

/** A boolean, stored as 0 or 1. */
export const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

/** The key of a person's or a study's row that is trusted. */
export function toSealedKey({ sealedKey }: { readonly sealedKey: string }): string {
  return sealedKey;
}

/** A value stored as JSON text. */
export function json<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return z.string().transform(parseJson).pipe(schema);
}

/** Parses JSON inside a schema: invalid JSON is an issue of the row. */
export function parseJson(text: string, { issues }: z.core.ParsePayload): unknown {
  try {
    return JSON.parse(text);
  } catch {
    issues.push({ code: 'custom', message: 'no JSON', input: text });
    return z.NEVER;
  }
}

export function insertInto(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
}

/** SQLite is synchronous, the ports return promises. A throw becomes a rejection. */
export function answer<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/** SQL: rows after the one with id @after, by age. If that row does not exist, there is none. */
export function agePage(table: string, scope: string): string {
  return `SELECT * FROM ${table} WHERE ${scope}
    AND (@after IS NULL OR (createdAt, id) > (SELECT createdAt, id FROM ${table} WHERE ${scope} AND id = @after))
    ORDER BY createdAt, id LIMIT @limit`;
}
