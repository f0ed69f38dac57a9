/** Searchable fields are stored as a list of texts, so that each is indexed. */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { LtiRow, LtiRows } from '../../../lti/engine/database-plugin.ts';
import { AppError } from '../../base/errors.ts';
import { above, type AllOf, atMost, containing, oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { insertIfFree, jointKey, removeAll, sweep } from './rows.ts';
import { ltiRows } from './schemas/launches.ts';

type Fields = Readonly<Record<string, string>>;

const storedRow = z.object({
  /** Ascends within a process. */
  id: z.string(),
  collection: z.string(),
  /** `["name","value"]` per indexed field: names from a message do not become field names. */
  fields: z.array(z.string()),
  uniqueKey: z.string(),
  value: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** Unique: the collection with the unique key, or else the id. */
  place: z.string(),
});

type StoredRow = z.infer<typeof storedRow>;

const fieldPair = z.tuple([z.string(), z.string()]);

const keyOf = ({ id }: StoredRow): string => id;
const oldestFirst = { createdAt: 1, _id: 1 } as const;

const never = Number.MAX_SAFE_INTEGER;

/** Many times more than ltijs stores under one query. */
const foundLimit = 1_000;

/** After so many conflicts something else is wrong. */
const replaceTries = 5;

export function openLtiRows(database: MongoDatabase): Collection<StoredRow> {
  return database.collection(ltiRows, storedRow);
}

export function createLtiRows(database: MongoDatabase): LtiRows {
  const rows = openLtiRows(database);
  return {
    async find(collection, query, now) {
      const unexpired = { ...matching(collection, query), expiresAt: above(now) };
      return (await rows.list(unexpired, oldestFirst, foundLimit)).map(toRow);
    },
    async insert(row) {
      if (!(await insert(rows, row))) throw new AppError('storage.duplicate');
    },
    replace: (query, row) => replace(rows, query, row),
    async remove(collection, query) {
      await removeAll(rows, matching(collection, query));
    },
    deleteExpired: (now, limit) =>
      sweep(rows, { expiresAt: atMost(now) }, { order: { expiresAt: 1 }, limit, key: keyOf }),
  };
}

/** False if an unexpired row has the key. */
async function insert(rows: Collection<StoredRow>, row: LtiRow): Promise<boolean> {
  const stored = toStored(row, uuidv7());
  // An expired row does not block its key.
  await rows.take({ place: stored.place, expiresAt: atMost(row.createdAt) });
  return insertIfFree(rows, stored);
}

/** Changes one match into the new row, then deletes the others, so that a reader always finds one. */
async function replace(rows: Collection<StoredRow>, query: Fields, row: LtiRow): Promise<void> {
  const where = matching(row.collection, query);
  for (let tried = 0; tried < replaceTries; tried += 1) {
    const matches = await rows.list(where, oldestFirst, foundLimit);
    const rowToReplace =
      row.uniqueKey === '' ? undefined : matches.find(({ uniqueKey }) => uniqueKey === row.uniqueKey);
    const isWritten =
      rowToReplace === undefined
        ? await insert(rows, row)
        : (await rows.change(
            { _id: rowToReplace.id, place: rowToReplace.place },
            { $set: toStored(row, rowToReplace.id) },
          )) > 0;
    if (isWritten) {
      const others = matches.map(keyOf).filter((id) => id !== rowToReplace?.id);
      if (others.length > 0) await rows.remove({ _id: oneOf(others) });
      return;
    }
    // A row that does not match keeps the key: refuses. If it changed meanwhile, tries again.
    const holder = await rows.find({ place: placeOf(row, '') });
    const isForeign = holder !== undefined && (await rows.find({ ...where, _id: holder.id })) === undefined;
    if (isForeign) break;
  }
  throw new AppError('storage.duplicate');
}

function matching(collection: string, query: Fields): AllOf {
  const fields = toFields(query);
  return fields.length === 0 ? { collection } : { collection, fields: containing(fields) };
}

function toFields(index: Fields): string[] {
  return Object.entries(index).map((pair) => jointKey(...pair));
}

function placeOf({ collection, uniqueKey }: Pick<LtiRow, 'collection' | 'uniqueKey'>, id: string): string {
  return uniqueKey === '' ? jointKey(id) : jointKey(collection, uniqueKey);
}

export function toStored({ index, expiresAt, ...row }: LtiRow, id: string): StoredRow {
  return {
    ...row,
    id,
    fields: toFields(index),
    expiresAt: expiresAt === 0 ? never : expiresAt,
    place: placeOf(row, id),
  };
}

export function toRow({ collection, fields, uniqueKey, value, createdAt, expiresAt }: StoredRow): LtiRow {
  const index = Object.fromEntries(fields.map((field) => fieldPair.parse(JSON.parse(field))));
  return { collection, index, uniqueKey, value, createdAt, expiresAt: expiresAt === never ? 0 : expiresAt };
}
