/** A MongoDB that falls silent while it is connected: no packet says that it is gone, and yet nobody waits for ever. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Collection } from '../../server/storage/mongo/collection.ts';
import { openDatabase, type MongoDatabase } from '../../server/storage/mongo/database.ts';
import { defineCollection, required } from '../../server/storage/mongo/schemas/define-collection.ts';
import { type FreezingProxy, startFreezingProxy } from '../support/freezing-proxy.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';
import { until } from '../support/until.ts';

const absence =
  process.env.MONGODB_TEST_URL === undefined
    ? findMongoAbsence()
    : 'the server stands behind a door of its own';

/** The real ones are longer: see `patience` in the adapter. */
const shortPatience = { selectionMs: 500, connectMs: 500, heartbeatMs: 500, silenceMs: 1_000 };

const notesSchema = defineCollection({
  name: 'notes',
  key: ['id'],
  fields: { id: required(String), text: required(String) },
  indexes: [],
});

interface Note {
  readonly id: string;
  readonly text: string;
}

describe('a MongoDB that stops responding', () => {
  let server: MongoServer | undefined;
  let proxy: FreezingProxy;
  let database: MongoDatabase;
  let notes: Collection<Note>;

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });
  afterAll(() => server?.stop());

  beforeEach(async (context) => {
    if (server === undefined) return context.skip(absence);
    const { port, pathname } = new URL(server.nameDatabase());
    proxy = await startFreezingProxy(Number(port));
    database = await openDatabase(`mongodb://127.0.0.1:${proxy.port}${pathname}`, shortPatience);
    const row = z.object({ id: z.string(), text: z.string() });
    notes = database.collection(notesSchema, row);
    await notes.insert({ id: 'a', text: 'kept' });
  });
  afterEach(async () => {
    await database.close();
    await proxy.close();
  });

  const unreachable = { code: 'storage.unavailable', params: { reason: 'unreachable' } };

  it('fails queries as unreachable, and works again once it responds', async () => {
    proxy.freeze();
    const asked = [
      database.ping(),
      notes.find({ _id: 'a' }),
      notes.list({}, { _id: 1 }, 9),
      notes.insert({ id: 'b', text: 'Philomène' }),
      notes.changeOne({ _id: 'a' }, { $set: { text: 'Philomène' } }),
      notes.take({ _id: 'a' }),
    ];
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: unreachable });
      // Neither does the answer show what was to be written, nor a log that looks at every field.
      if (outcome.status === 'rejected') expect(JSON.stringify(outcome.reason)).not.toContain('Philomène');
    }
    proxy.thaw();
    // A heartbeat that was under way waits out its own silence first.
    const found = await until('it serves again', () => notes.find({ _id: 'a' }).catch(() => undefined));
    expect(found).toEqual({ id: 'a', text: 'kept' });
  });

  it('times out when only some connections are silent, as behind a firewall', async () => {
    proxy.freezeIdle();
    await expect(database.ping()).rejects.toMatchObject(unreachable);
    expect(await notes.find({ _id: 'a' })).toEqual({ id: 'a', text: 'kept' });
  });
});
