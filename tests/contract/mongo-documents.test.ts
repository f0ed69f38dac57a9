/** What MongoDB gets and stores of a row: nothing that it would run, nothing of another type, nothing changed. */
import { Mongoose } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type MongoDatabase } from '../../server/storage/mongo/database.ts';
import {
  type CollectionSchema,
  defineCollection,
  nested,
  nullable,
  required,
} from '../../server/storage/mongo/schemas/define-collection.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';

const absence = findMongoAbsence();

const notesSchema = defineCollection({
  name: 'notes',
  key: ['id'],
  fields: { id: required(String), text: required(String) },
  indexes: [],
});

const note = z.object({ id: z.string(), text: z.string() });

describe('a document of MongoDB', () => {
  let server: MongoServer;
  let url: string;
  let database: MongoDatabase;

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });

  beforeEach(async (context) => {
    if (absence !== undefined) return context.skip(absence);
    url = server.nameDatabase();
    database = await openDatabase(url);
    return () => database.close();
  });

  afterAll(async () => {
    if (absence === undefined) await server.stop();
  });

  it('refuses query operators as values, and fields that are not declared', async () => {
    const rows = database.collection(notesSchema, note);
    await rows.insert({ id: 'a', text: 'kept' });
    for (const injected of [{ $gt: '' }, { $ne: null }, ['a'], undefined, new Date()] as unknown[]) {
      await expect(rows.find({ _id: injected as string })).rejects.toThrow(TypeError);
      await expect(rows.remove({ _id: 'a', text: injected as string })).rejects.toThrow(TypeError);
    }
    await expect(rows.find({ $where: 'true' })).rejects.toThrow();
    await expect(rows.find({ other: 'a' })).rejects.toThrow();
    await expect(rows.change({ _id: 'a' }, { $set: { other: 1 } })).rejects.toThrow();
    expect(await rows.list({}, { _id: 1 }, 9)).toEqual([{ id: 'a', text: 'kept' }]);
  });

  it('refuses a value of another type, without quoting it', async () => {
    const rows = database.collection(notesSchema, note);
    await rows.insert({ id: 'a', text: 'kept' });
    const wrong = 12_345 as unknown as string;
    const refused = new TypeError('text takes no such value: string');
    await expect(rows.find({ text: wrong })).rejects.toEqual(refused);
    await expect(rows.change({ _id: 'a' }, { $set: { text: wrong } })).rejects.toEqual(refused);
    await expect(rows.put({ id: 'a', text: wrong })).rejects.toEqual(refused);
    expect(await rows.find({ _id: 'a' })).toEqual({ id: 'a', text: 'kept' });
  });

  it('stores a document as it was written: no default, no cast, fields in their order', async () => {
    const row = z.object({
      id: z.string(),
      nest: z.looseObject({}),
      list: z.array(z.string()),
      none: z.null(),
    });
    const schema: CollectionSchema = defineCollection({
      name: 'rows',
      key: ['id'],
      fields: {
        id: required(String),
        nest: required(nested({ a: nullable(Number), b: nullable([String]), c: nullable(nested({})) })),
        list: required([String]),
        none: nullable(Number),
      },
      indexes: [],
    });
    const rows = database.collection<Record<string, unknown>>(schema, row);
    const nest = { b: [], a: 1 };
    await rows.insert({ id: 'inserted', nest, list: [], none: null });
    await rows.put({ id: 'put', nest, list: ['x'], none: null });
    await rows.insert({ id: 'changed', nest: {}, list: ['x'], none: 1 });
    await rows.change({ _id: 'changed' }, { $set: { nest, list: [], none: null } });
    const raw = await new Mongoose().createConnection(url).asPromise();
    const documents = await raw.collection<{ _id: string }>('rows').find().sort({ _id: 1 }).toArray();
    await raw.close();
    expect(documents.map((document) => JSON.stringify(document))).toEqual([
      '{"_id":"changed","id":"changed","nest":{"b":[],"a":1},"list":[],"none":null}',
      '{"_id":"inserted","id":"inserted","nest":{"b":[],"a":1},"list":[],"none":null}',
      '{"_id":"put","id":"put","nest":{"b":[],"a":1},"list":["x"],"none":null}',
    ]);
  });
});
