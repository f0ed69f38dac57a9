/** What a MongoDB database tells an operator of itself. */
import { Mongoose } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/storage/mongo/database.ts';
import { allIndexes, type CollectionIndex } from '../../server/storage/mongo/schemas/collections.ts';
import { openStorage } from '../../server/storage/open-storage.ts';
import { openUpkeep } from '../../server/upkeep/open-upkeep.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';

const absence = findMongoAbsence();

describe('a MongoDB database whose indexes serve as locks', () => {
  let server: MongoServer;
  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });
  beforeEach((context) => {
    if (absence !== undefined) context.skip(absence);
  });
  afterAll(async () => {
    if (absence === undefined) await server.stop();
  });

  async function listMissing(url: string): Promise<readonly string[] | undefined> {
    const upkeep = await openUpkeep(url);
    try {
      return (await upkeep.inspect()).server?.missingIndexes;
    } finally {
      await upkeep.close();
    }
  }

  it('reports an index that was dropped, or created again without its uniqueness', async () => {
    const url = server.nameDatabase();
    await (await openStorage(url)).close();
    expect(await listMissing(url)).toEqual([]);

    const connection = await new Mongoose().createConnection(url).asPromise();
    const attempts = connection.collection('attempts');
    const unique = (await attempts.indexes()).find((index) => index.unique === true);
    if (unique?.name === undefined) throw new Error('attempts have no unique index');
    await attempts.dropIndex(unique.name);
    const missing = [`attempts (${Object.keys(unique.key).join(', ')})`];
    expect(await listMissing(url)).toEqual(missing);
    await attempts.createIndex(unique.key, {}, {});
    expect(await listMissing(url)).toEqual(missing);
    await connection.close();
  });

  it('has exactly the indexes that the schemas declare, once it is migrated', async () => {
    const url = server.nameDatabase();
    await (await openStorage(url)).close();
    const database = await openDatabase(url);
    const found: CollectionIndex[] = [];
    for (const name of await database.collectionNames()) found.push(...(await database.indexesOf(name)));
    await database.close();
    const spell = ({ collection, fields, unique }: CollectionIndex): string =>
      JSON.stringify([collection, Object.entries(fields), unique === true]);
    // The server makes one over `_id` for each collection.
    const made = found.map(spell).filter((index) => !index.includes('[["_id",1]]'));
    expect(made.sort()).toEqual(allIndexes.map(spell).sort());
  });
});
