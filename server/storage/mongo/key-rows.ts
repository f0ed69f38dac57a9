/** Rows of which only some texts are read, so that damaged ones are found too. */
import { z } from 'zod';
import { type AllOf, oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { collections } from './schemas/collections.ts';
import type { CollectionSchema } from './schemas/define-collection.ts';

export type TextRow = Readonly<Record<string, string>>;

type Kind = Exclude<keyof typeof collections, 'schemaVersion'>;

const pageSize = 200;

export function openTexts(
  database: MongoDatabase,
  kind: Kind,
  names: readonly string[] = [],
): Collection<TextRow> {
  const row = z.object(Object.fromEntries(['_id', ...names].map((name) => [name, z.string()])));
  return database.collection<TextRow>(collections[kind] as CollectionSchema, row);
}

export function keysOf(database: MongoDatabase, kind: Kind, where: AllOf): Promise<string[]> {
  return openTexts(database, kind).listKeys(where, { _id: 1 }, pageSize);
}

/** In pages; returns how many. */
export async function deleteRows(database: MongoDatabase, kind: Kind, where: AllOf): Promise<number> {
  let count = 0;
  for (;;) {
    const keys = await keysOf(database, kind, where);
    if (keys.length === 0) return count;
    count += await openTexts(database, kind).remove({ _id: oneOf(keys) });
  }
}
