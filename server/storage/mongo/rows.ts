import { above, type AllOf, oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import { isDuplicate } from './mongo-errors.ts';
import type { Order } from './schemas/define-collection.ts';

export function jointKey(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/**
 * A page in (createdAt, id) order; empty if the row `after` does not exist.
 * @param idField names the id if it is not the key
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

/** Returns false if the key, or a value of a unique index, is taken. */
export async function insertIfFree<Row>(rows: Collection<Row>, row: Row): Promise<boolean> {
  try {
    await rows.insert(row);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/**
 * Inserts revision 1 or replaces the previous one of the same organisation; returns whether a row was written.
 * @param change the fields that a replacement sets
 */
export async function putRevision<Row extends { readonly organisationId: string; readonly revision: number }>(
  rows: Collection<Row>,
  key: string,
  row: Row,
  change: Partial<Row> = row,
): Promise<boolean> {
  const { organisationId, revision } = row;
  if (revision === 1) return insertIfFree(rows, row);
  const before = { _id: key, organisationId, revision: revision - 1 };
  return (await rows.change(before, { $set: change })) > 0;
}

/** Needs a unique index over the fields of `where`. */
export async function ensureRow<Row>(rows: Collection<Row>, where: AllOf, row: Row): Promise<Row> {
  const known = await rows.find(where);
  if (known !== undefined) return known;
  try {
    await rows.insert(row);
    return row;
  } catch (error) {
    // Readable: the insert was refused only after a majority had it.
    const first = isDuplicate(error) ? await rows.find(where) : undefined;
    if (first === undefined) throw error;
    return first;
  }
}

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
  // Rows renewed meanwhile stay.
  return found.length === 0 ? 0 : rows.remove({ ...where, _id: oneOf(found.map(key)) });
}

const removedAtOnce = 500;

/** Deletes in pages. */
export async function removeAll<Row>(rows: Collection<Row>, where: AllOf): Promise<void> {
  for (;;) {
    const keys = await rows.listKeys(where, { _id: 1 }, removedAtOnce);
    if (keys.length === 0) return;
    await rows.remove({ ...where, _id: oneOf(keys) });
  }
}
