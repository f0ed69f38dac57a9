import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { type FieldType, getRowKind, type RowKind } from '../row-kinds.ts';
import type { PlainRow, RowAccess, TransferRows } from '../ports/transfer.ts';
import { erasureRow } from '../shapes/erasures.ts';
import { reviewRequestRow } from '../shapes/reports.ts';
import { above, type AllOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { openLtiRows, toRow, toStored } from './lti-rows.ts';
import { placeOfRequest } from './review-requests.ts';
import { collections } from './schemas/collections.ts';
import { type CollectionSchema, keyOf } from './schemas/define-collection.ts';

const fieldTypes: Readonly<Record<FieldType, z.ZodType>> = {
  text: z.string().nullable(),
  number: z.number().nullable(),
  flag: z.boolean(),
  json: z.unknown(),
};

const further: Partial<Readonly<Record<RowKind, (row: PlainRow) => PlainRow>>> = {
  reviewRequests: (row) => ({ place: placeOfRequest(reviewRequestRow.parse(row)) }),
  grades: () => ({ revision: 0 }),
};

/** Checked as a whole, so that `doctor` finds a damaged order: otherwise only the log tells it. */
const shapes: Partial<Readonly<Record<RowKind, z.ZodType>>> = { erasures: erasureRow };

/** Fields of `further` are written but not read. */
export function openPlainRows(
  database: MongoDatabase,
  kind: RowKind,
): { readonly rows: Collection<PlainRow>; readonly key: (row: PlainRow) => string } {
  const types = Object.entries(getRowKind(kind).fields).map(([name, type]) => [name, fieldTypes[type]]);
  const schema: CollectionSchema = collections[kind];
  return {
    rows: database.collection<PlainRow>(
      schema,
      z
        .custom((stored) => shapes[kind]?.safeParse(stored).success ?? true)
        .pipe(z.object(Object.fromEntries(types))),
    ),
    key: (row) => keyOf(schema, row as Record<string, string>),
  };
}

export function createPlainAccess(database: MongoDatabase, kind: RowKind): RowAccess<PlainRow> {
  const { rows, key } = openPlainRows(database, kind);
  return {
    read: (after, limit) => readByKey(rows, key, after, limit),
    write: (moved) =>
      insertAll(
        rows,
        moved.map((row) => ({ ...row, ...further[kind]?.(row) })),
      ),
  };
}

export async function readByKey<Row>(
  rows: Collection<Row>,
  keyOf: (row: Row) => string,
  after: string | null,
  limit: number,
  scope: AllOf = {},
): Promise<{ rows: Row[]; next: string | null }> {
  const found = await rows.list(after === null ? scope : { ...scope, _id: above(after) }, { _id: 1 }, limit);
  const last = found.length < limit ? undefined : found.at(-1);
  return { rows: found, next: last === undefined ? null : keyOf(last) };
}

/** @throws AppError storage.duplicate if one exists */
export async function insertAll<Row>(collection: Collection<Row>, rows: readonly Row[]): Promise<void> {
  const inserted = await collection.insertUntilDuplicate(rows);
  if (inserted < rows.length) throw new AppError('storage.duplicate');
}

const cursor = z.object({ createdAt: z.number(), id: z.string() });

export function createLtiAccess(database: MongoDatabase): RowAccess<TransferRows['ltiRows']> {
  const rows = openLtiRows(database);
  return {
    // Oldest first, because another database may number rows in this order.
    async read(after, limit) {
      const order = { createdAt: 1, _id: 1 } as const;
      const from = after === null ? undefined : cursor.parse(JSON.parse(after));
      const later =
        from === undefined
          ? {}
          : [{ createdAt: above(from.createdAt) }, { createdAt: from.createdAt, _id: above(from.id) }];
      const found = await rows.list(later, order, limit);
      const last = found.length < limit ? undefined : found.at(-1);
      const next = last === undefined ? null : JSON.stringify(cursor.parse(last));
      return { rows: found.map(toRow), next };
    },
    write: (moved) =>
      insertAll(
        rows,
        moved.map((row) => toStored(row, uuidv7())),
      ),
  };
}
