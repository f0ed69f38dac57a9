/** The only file that imports mongoose. Loaded only if DATABASE_URL names MongoDB. */
import { type Connection, Mongoose, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { readAddress } from './address.ts';
import type { Collection } from './collection.ts';
import { patience, toOptions } from './connect-options.ts';
import { toQueries, toQuery } from './conditions.ts';
import { isDuplicate, translateError } from './mongo-errors.ts';
import type { CollectionIndex } from './schemas/collections.ts';
import {
  type AnyFields,
  type CollectionSchema,
  type Field,
  type FieldsOf,
  keyOf,
  type Order,
} from './schemas/define-collection.ts';

export interface MongoDatabase {
  readonly name: string;
  /** The row validates what is read. */
  collection<Row extends object>(
    schema: CollectionSchema<FieldsOf<NoInfer<Row>>>,
    row: z.ZodType<Row>,
  ): Collection<Row>;
  createIndex(index: CollectionIndex): Promise<void>;
  indexesOf(collection: string): Promise<CollectionIndex[]>;
  collectionNames(): Promise<string[]>;
  /** Also in a collection without a schema. */
  count(collection: string): Promise<number>;
  clear(collection: string): Promise<void>;
  /** The command must not write. */
  ask(question: Readonly<Record<string, 1 | true>>): Promise<unknown>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Long, because an index is built over everything stored. */
const indexTimeoutMs = 600_000;
/** A slow server can serve others in between; the tests' server hangs above 100. */
const writesAtOnce = 50;

/**
 * Connects to `mongodb://…/<database>`.
 * @throws AppError storage.unavailable; `reason` wrong-address, weak-address, unreachable, auth-failed or not-allowed
 */
export async function openDatabase(url: string, waits = patience): Promise<MongoDatabase> {
  const name = readAddress(url);
  const connection = new Mongoose().createConnection();
  try {
    await translated(() => connection.openUri(url, { ...toOptions(waits) }));
  } catch (error) {
    // Otherwise the driver keeps the process alive.
    await connection.destroy();
    throw error;
  }
  // Without a listener an error between queries would end the process.
  connection.on('error', () => undefined);
  return wrapConnection(connection, name);
}

function wrapConnection(connection: Connection, name: string): MongoDatabase {
  const native = (): NonNullable<Connection['db']> => {
    if (connection.db === undefined) {
      throw new AppError('storage.unavailable', { reason: 'closed' });
    }
    return connection.db;
  };
  return {
    name,
    collection: (schema, row) => createCollection(connection, schema as CollectionSchema, row),
    createIndex: ({ collection, fields, unique = false }) =>
      translated(async () => {
        // Missing in the driver's types; it ignores `timeoutMS` here.
        const patient: object = { socketTimeoutMS: indexTimeoutMs };
        await native()
          .collection(collection)
          .createIndexes([{ key: fields, unique }], patient);
      }),
    indexesOf: (collection) =>
      translated(async () => {
        // The server returns an error for a missing collection.
        const isThere = await native().listCollections({ name: collection }, { nameOnly: true }).hasNext();
        const found = isThere ? await native().collection(collection).indexes() : [];
        return found.map(({ key, unique }) => ({
          collection,
          fields: key as Order,
          ...(unique === true ? { unique } : {}),
        }));
      }),
    ask: (question) => translated(() => native().command(question)),
    collectionNames: () =>
      translated(async () => {
        const found = await native().listCollections({}, { nameOnly: true }).toArray();
        return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
      }),
    count: (collection) => translated(() => native().collection(collection).countDocuments()),
    clear: (collection) =>
      translated(async () => {
        await native().collection(collection).deleteMany();
      }),
    ping: () =>
      translated(async () => {
        await native().command({ ping: 1 });
      }),
    close: () => translated(() => connection.close()),
  };
}

interface Fields {
  [field: string]: unknown;
  _id?: unknown;
}

function createCollection<Row extends object>(
  connection: Connection,
  schema: CollectionSchema,
  zodRow: z.ZodType<Row>,
): Collection<Row> {
  const model = openModel(connection, schema);
  const toDocument = (row: Row): Fields => ({ _id: keyOf(schema, row as Record<string, string>), ...row });
  const parse = (document: unknown): Row => parseRow(zodRow, document);
  const parseOne = (document: unknown): Row | undefined => (document === null ? undefined : parse(document));
  const writeEach = async (
    writes: readonly Parameters<typeof model.bulkWrite>[0][number][],
  ): Promise<number> => {
    let count = 0;
    for (let from = 0; from < writes.length; from += writesAtOnce) {
      const some = writes.slice(from, from + writesAtOnce);
      const { matchedCount, deletedCount } = await model.bulkWrite(some, { ordered: false });
      count += matchedCount + deletedCount;
    }
    return count;
  };
  return {
    insert: (row) =>
      translated(async () => {
        await model.insertMany([toDocument(row)], { lean: true });
      }),
    insertUntilDuplicate: (rows) => insertUntilDuplicate(model, rows.map(toDocument)),
    put: (row, scope = {}) =>
      translated(async () => {
        const document = toDocument(row);
        await model.replaceOne({ ...toQuery(scope), _id: document._id }, document, {
          upsert: true,
          runValidators: true,
        });
      }),
    find: (where, order) =>
      translated(async () => {
        const query = model.findOne(toQuery(where));
        if (order !== undefined) query.sort(order);
        return parseOne(await query.lean());
      }),
    list: (where, order, limit) =>
      translated(async () => {
        // In one reply: a failed request for the next one is not repeated.
        const documents = await model.find(toQuery(where)).sort(order).limit(limit).batchSize(limit).lean();
        return documents.map(parse);
      }),
    listKeys: (where, order, limit) =>
      translated(async () => {
        const query = model.find(toQuery(where), { _id: 1 }).sort(order).limit(limit).batchSize(limit);
        return (await query.lean()).map(({ _id }) => String(_id));
      }),
    count: (where, most) =>
      translated(() => model.countDocuments(toQuery(where), most === undefined ? {} : { limit: most })),
    change: (where, change) =>
      translated(async () => {
        const [only, ...others] = toQueries(where);
        if (only === undefined) return 0;
        if (others.length === 0) return (await model.updateOne(only, change)).matchedCount;
        return writeEach([only, ...others].map((filter) => ({ updateOne: { filter, update: change } })));
      }),
    changeEach: (changes) =>
      translated(() =>
        writeEach(
          changes.map(({ where, change }) => ({ updateOne: { filter: toQuery(where), update: change } })),
        ),
      ),
    changeOne: (where, change, order) =>
      translated(async () => {
        const sorting = order === undefined ? {} : { sort: order };
        const asked = { ...sorting, returnDocument: 'after' } as const;
        return parseOne(await model.findOneAndUpdate(toQuery(where), change, asked).lean());
      }),
    remove: (where) =>
      translated(() => writeEach(toQueries(where).map((filter) => ({ deleteOne: { filter } })))),
    take: (where) => translated(async () => parseOne(await model.findOneAndDelete(toQuery(where)).lean())),
  };
}

// Mongoose would treat an empty text as a missing one.
Schema.Types.String.checkRequired((value) => typeof value === 'string');

const schemaOptions = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  id: false,
  minimize: false,
  suppressReservedKeysWarning: true,
} as const;

/** One per connection and collection. */
function openModel(connection: Connection, { name, fields, indexes }: CollectionSchema): Model<Fields> {
  const known = connection.models[name] as Model<Fields> | undefined;
  if (known !== undefined) return known;
  const schema = new Schema<Fields>(
    { _id: toMongoose({ type: String, required: true }), ...toDefinition(fields) },
    { ...schemaOptions, collection: name },
  );
  for (const { fields: order, unique = false } of indexes) schema.index(order, { unique });
  return connection.model<Fields>(name, schema, name);
}

function toDefinition(fields: AnyFields): SchemaDefinition {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toMongoose(field)]));
}

/**
 * Refuses a value of another type instead of casting it. Nested values pass unchecked: a nested mongoose schema
 * made an append eight times as slow.
 */
function toMongoose({ type, required }: Field): object {
  if (typeof type === 'function') return { type, required, cast: false };
  if ('length' in type && typeof type[0] === 'function') {
    return { type: [{ type: type[0], cast: false }], required, default: undefined };
  }
  return { type: Schema.Types.Mixed, required };
}

async function insertUntilDuplicate(model: Model<Fields>, documents: readonly Fields[]): Promise<number> {
  if (documents.length === 0) return 0;
  try {
    await model.insertMany(documents, { lean: true, ordered: true });
    return documents.length;
  } catch (thrown) {
    const error = translateError(thrown);
    if (!isDuplicate(error)) throw error;
    return thrown instanceof Error && 'insertedCount' in thrown ? Number(thrown.insertedCount) : 0;
  }
}

function parseRow<Row>(schema: z.ZodType<Row>, document: unknown): Row {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new AppError('storage.unavailable', { reason: 'unreadable-row' }, { cause: parsed.error });
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translateError(error);
  }
}
