/**
 * The one file that touches mongoose: connects, reads and writes documents of one collection at a time. Knows no
 * collection by name. It is loaded only where DATABASE_URL names MongoDB.
 */
import { type Connection, type ConnectOptions, Mongoose, type Model, Schema } from 'mongoose';
import type { z } from 'zod';
import { AppError } from '../../base/errors.ts';
import { type AllOf, toQuery, type Where } from './conditions.ts';
import { translateError } from './mongo-errors.ts';

/** How rows of one kind are kept. */
interface CollectionShape<Row> {
  readonly name: string;
  /** Every field that is kept; what is read is parsed by it, and a field that it lacks can be neither written nor asked. */
  readonly row: z.ZodType<Row> & { readonly shape: object };
  /** What makes a row one of a kind: its `_id`. */
  readonly key: (row: Row) => string;
}

/** Fields in the order that counts; 1 ascending, -1 descending. */
export type Order = Readonly<Record<string, 1 | -1>>;

/**
 * What an update does to one document, atomically: sets fields, adds to numbers, lowers a number, puts a value into a
 * list that lacks it, takes it out. Names of fields are never taken from a request.
 */
interface Change {
  readonly $set?: Readonly<Record<string, unknown>>;
  readonly $inc?: Readonly<Record<string, number>>;
  readonly $min?: Readonly<Record<string, number>>;
  readonly $addToSet?: Readonly<Record<string, string | { readonly $each: readonly string[] }>>;
  readonly $pull?: Readonly<Record<string, string>>;
}

/** Documents of one kind. Each call is atomic on each document that it touches, and on no more than that. */
export interface Collection<Row> {
  /** @throws AppError storage.duplicate where the key or a unique index has it already */
  insert(row: Row): Promise<void>;
  /** In order, up to the first that is there already; answers how many were inserted. */
  insertUntilDuplicate(rows: readonly Row[]): Promise<number>;
  /** Inserts, or replaces the document with the row's key where it fits `scope`. @throws as insert, where it does not */
  put(row: Row, scope?: AllOf): Promise<void>;
  find(where: Where, order?: Order): Promise<Row | undefined>;
  list(where: Where, order: Order, limit: number): Promise<Row[]>;
  count(where: Where): Promise<number>;
  /** Changes every document that fits, one after the other; answers how many did. */
  change(where: Where, change: Change): Promise<number>;
  /** Changes the document of each condition, each for itself, and in no order; answers how many fitted. */
  changeEach(changes: readonly { readonly where: AllOf; readonly change: Change }[]): Promise<number>;
  /** Changes the first that fits and answers it as it is afterwards: a lock, where `where` says what must still hold. */
  changeOne(where: Where, change: Change, order?: Order): Promise<Row | undefined>;
  /** Answers how many were deleted. */
  remove(where: Where): Promise<number>;
  /** Deletes one and answers it: single use, where many ask for the same. */
  take(where: Where): Promise<Row | undefined>;
}

/** An index as migrations make it. */
export interface IndexShape {
  readonly collection: string;
  readonly fields: Order;
  readonly unique?: true;
}

export interface MongoDatabase {
  readonly name: string;
  collection<Row>(shape: CollectionShape<Row>): Collection<Row>;
  /** Makes an index where it is not there; harmless where it is. */
  createIndex(index: IndexShape): Promise<void>;
  /** The indexes that a collection has; none where there is no such collection. */
  indexesOf(collection: string): Promise<IndexShape[]>;
  collectionNames(): Promise<string[]>;
  /** Asks the server about itself, or about this database; `question` is a command without arguments that writes nothing. */
  ask(question: Readonly<Record<string, 1 | true>>): Promise<unknown>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long is waited for a server. */
interface Patience {
  /** For one that takes writes, at the start and later, and for an answer to a heartbeat. */
  readonly selectionMs: number;
  /** Between two heartbeats: with the former, how long a server that fell silent is taken for one that is there. */
  readonly heartbeatMs: number;
  /** For an answer on one connection: a firewall may have forgotten it and tell nobody, while heartbeats go through. */
  readonly silenceMs: number;
}

/** A question takes milliseconds; what a busy server keeps for half a minute its asker has given up. */
const patience: Patience = { selectionMs: 5_000, heartbeatMs: 5_000, silenceMs: 30_000 };
/** How long a write waits until most servers have it. */
const replicationTimeoutMs = 10_000;
/** An index is made over all that is stored. */
const indexTimeoutMs = 600_000;
/** What rested for longer is connected anew: firewalls forget after some minutes. */
const restingMs = 60_000;

const options = {
  maxIdleTimeMS: restingMs,
  // An acknowledged write survives the loss of one server and of its power.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: replicationTimeoutMs },
  // What is read cannot be undone any more: a statement that was sent must not vanish from the log.
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  // An optional field that is absent stays absent.
  ignoreUndefined: true,
  // Indexes and collections are the migrations' business; a query without a server fails, and is not kept for later.
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  appName: 'numplus',
} as const;

/**
 * Connects to `mongodb://…/<database>`.
 * @throws AppError storage.unavailable; `reason` is one of wrong-address, unreachable, auth-failed, not-allowed
 */
export async function openDatabase(url: string, waits = patience): Promise<MongoDatabase> {
  // Without a name the driver would quietly take one called « test »; some names are the server's own.
  const name = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)(?:\?.*)?$/.exec(url)?.[1];
  if (name === undefined || ['admin', 'config', 'local'].includes(name)) {
    throw new AppError('storage.unavailable', { reason: 'wrong-address' });
  }
  const connection = new Mongoose().createConnection();
  try {
    await translated(() => connection.openUri(url, { ...options, ...toOptions(waits) }));
  } catch (error) {
    // It would go on looking for the server, and the process would not end.
    await connection.destroy();
    throw error;
  }
  // Without a listener an error between two queries would end the process; the next query tells it.
  connection.on('error', () => undefined);
  return wrapConnection(connection, name);
}

function toOptions({ selectionMs, heartbeatMs, silenceMs }: Patience): ConnectOptions {
  return {
    serverSelectionTimeoutMS: selectionMs,
    connectTimeoutMS: selectionMs,
    heartbeatFrequencyMS: heartbeatMs,
    socketTimeoutMS: silenceMs,
  };
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
    collection: (shape) => createCollection(connection, shape),
    createIndex: ({ collection, fields, unique = false }) =>
      translated(async () => {
        await native()
          .collection(collection)
          .createIndexes([{ key: fields, unique }], { timeoutMS: indexTimeoutMs });
      }),
    indexesOf: (collection) =>
      translated(async () => {
        // A server answers an error for a collection that is not there.
        const isThere = await native().listCollections({ name: collection }, { nameOnly: true }).hasNext();
        const found = isThere ? await native().collection(collection).indexes() : [];
        // No index of ours is of another kind.
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

function createCollection<Row>(
  connection: Connection,
  { name, row: schema, key }: CollectionShape<Row>,
): Collection<Row> {
  const model = createModel(connection, name, Object.keys(schema.shape));
  const toDocument = (row: Row): Fields => ({ _id: key(row), ...row });
  const parse = (document: unknown): Row => parseRow(schema, document);
  const parseOne = (document: unknown): Row | undefined => (document === null ? undefined : parse(document));
  return {
    insert: (row) =>
      translated(async () => {
        await model.insertMany([toDocument(row)], { lean: true });
      }),
    insertUntilDuplicate: (rows) => insertUntilDuplicate(model, rows.map(toDocument)),
    put: (row, scope = {}) =>
      translated(async () => {
        const document = toDocument(row);
        await model.replaceOne({ ...toQuery(scope), _id: document._id }, document, { upsert: true });
      }),
    find: (where, order) =>
      translated(async () => {
        const query = model.findOne(toQuery(where));
        if (order !== undefined) query.sort(order);
        return parseOne(await query.lean());
      }),
    list: (where, order, limit) =>
      translated(async () => {
        const documents = await model.find(toQuery(where)).sort(order).limit(limit).lean();
        return documents.map(parse);
      }),
    count: (where) => translated(() => model.countDocuments(toQuery(where))),
    change: (where, change) =>
      translated(async () => (await model.updateMany(toQuery(where), change)).matchedCount),
    changeEach: (changes) =>
      translated(async () => {
        if (changes.length === 0) return 0;
        const updates = changes.map(({ where, change }) => ({
          updateOne: { filter: toQuery(where), update: change },
        }));
        return (await model.bulkWrite(updates, { ordered: false })).matchedCount;
      }),
    changeOne: (where, change, order) =>
      translated(async () => {
        const sorting = order === undefined ? {} : { sort: order };
        const asked = { ...sorting, returnDocument: 'after' } as const;
        return parseOne(await model.findOneAndUpdate(toQuery(where), change, asked).lean());
      }),
    remove: (where) => translated(async () => (await model.deleteMany(toQuery(where))).deletedCount),
    take: (where) => translated(async () => parseOne(await model.findOneAndDelete(toQuery(where)).lean())),
  };
}

/** Values are judged by the row's own schema when they are read; what mongoose adds is that no other field gets in. */
function createModel(connection: Connection, name: string, fields: readonly string[]): Model<Fields> {
  const anything = Object.fromEntries(fields.map((field) => [field, Schema.Types.Mixed]));
  const schema = new Schema<Fields>(
    { ...anything, _id: String },
    {
      strict: 'throw',
      strictQuery: 'throw',
      collection: name,
      versionKey: false,
      id: false,
      minimize: false,
      suppressReservedKeysWarning: true,
    },
  );
  return connection.model<Fields>(name, schema, name, { overwriteModels: true });
}

async function insertUntilDuplicate(model: Model<Fields>, documents: readonly Fields[]): Promise<number> {
  if (documents.length === 0) return 0;
  try {
    await translated(() => model.insertMany(documents, { lean: true, ordered: true }));
    return documents.length;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'storage.duplicate') throw error;
    const { cause } = error;
    return cause instanceof Error && 'insertedCount' in cause ? Number(cause.insertedCount) : 0;
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
