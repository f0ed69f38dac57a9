/** Shared pieces of the collections: pages, sweeps, keys of several fields, and rows that one of many makes. */
import { AppError } from '../../base/errors.ts';
import { above, type AllOf, oneOf } from './conditions.ts';
import type { Collection, Order } from './database.ts';

/** One `_id` for a row that several fields name together. */
export function jointKey(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/**
 * Rows of a page, by (createdAt, id): those after the row named by `after`; a row that isn't there has none after it.
 * `idField` is where the id stands: it is the key where nothing else is.
 */
export async function agePage<Row extends { readonly createdAt: number }>(
  rows: Collection<Row>,
  scope: AllOf,
  { limit, after }: { readonly limit: number; readonly after?: string },
  idField: '_id' | 'id' = '_id',
): Promise<Row[]> {
  const order = { createdAt: 1, [idField]: 1 } as const;
  if (after === undefined) return rows.list(scope, order, limit);
  const last = await rows.find({ ...scope, [idField]: after });
  if (last === undefined) return [];
  const { createdAt } = last;
  const later = [
    { ...scope, createdAt: above(createdAt) },
    { ...scope, createdAt, [idField]: above(after) },
  ];
  return rows.list(later, order, limit);
}

/** Inserts; false where its key, or what a unique index names, is taken. */
export async function insertIfFree<Row>(rows: Collection<Row>, row: Row): Promise<boolean> {
  try {
    await rows.insert(row);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** The row that `where` finds, or `row` once it is inserted. A unique index over the fields of `where` makes it atomic. */
export async function ensureRow<Row>(rows: Collection<Row>, where: AllOf, row: Row): Promise<Row> {
  // Nearly always it is there already: then there is nothing to write.
  const known = await rows.find(where);
  if (known !== undefined) return known;
  try {
    await rows.insert(row);
    return row;
  } catch (error) {
    // A refused insert has waited, as every write, until most servers have the one that was first: it can be read.
    const first = isDuplicate(error) ? await rows.find(where) : undefined;
    if (first === undefined) throw error;
    return first;
  }
}

/** Deletes at most `limit` of the rows that fit, the first in order; answers how many went. */
export async function sweep<Row>(
  rows: Collection<Row>,
  where: AllOf,
  {
    order,
    limit,
    key,
  }: { readonly order: Order; readonly limit: number; readonly key: (row: Row) => string },
): Promise<number> {
  const found = limit > 0 ? await rows.list(where, order, limit) : [];
  // Asked again: what was renewed meanwhile stays.
  return found.length === 0 ? 0 : rows.remove({ ...where, _id: oneOf(found.map(key)) });
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage.duplicate';
}
