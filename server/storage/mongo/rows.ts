/** Shared pieces of the collections: pages by age. */
import { above, type AllOf } from './conditions.ts';
import type { Collection } from './database.ts';

/**
 * Rows of a page, by (createdAt, id): those after the row named by `after`; a row that isn't there has none after it.
 * Rows have `createdAt` and their `id` as key.
 */
export async function agePage<Row extends { readonly createdAt: number }>(
  rows: Collection<Row>,
  scope: AllOf,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<Row[]> {
  const order = { createdAt: 1, _id: 1 } as const;
  if (after === undefined) return rows.list(scope, order, limit);
  const last = await rows.find({ ...scope, _id: after });
  if (last === undefined) return [];
  const { createdAt } = last;
  const later = [
    { ...scope, createdAt: above(createdAt) },
    { ...scope, createdAt, _id: above(after) },
  ];
  return rows.list(later, order, limit);
}
