/** How a MongoDB database is opened, migrated to this version, and refused. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase, type MongoDatabase } from '../../server/storage/mongo/database.ts';
import { migrate, type MigrationClock } from '../../server/storage/mongo/migrate.ts';
import type { Migration } from '../../server/storage/mongo/migrations/list.ts';
import { openMongoStorage } from '../../server/storage/mongo/open.ts';
import { defineCollection, required } from '../../server/storage/mongo/schemas/define-collection.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';

const absence = findMongoAbsence();

const notesSchema = defineCollection({
  name: 'notes',
  key: ['id'],
  fields: { id: required(String), text: required(String) },
  indexes: [],
});

const refusal = (reason: string, params: object = {}): unknown =>
  expect.objectContaining({ code: 'storage.unavailable', params: { reason, ...params } });

describe('a MongoDB database', () => {
  let server: MongoServer;
  const open: MongoDatabase[] = [];

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });

  beforeEach((context) => {
    if (absence !== undefined) context.skip(absence);
  });

  afterAll(async () => {
    await Promise.all(open.map((database) => database.close()));
    if (absence === undefined) await server.stop();
  });

  const connect = async (url: string): Promise<MongoDatabase> => {
    const database = await openDatabase(url);
    open.push(database);
    return database;
  };

  const note = z.object({ id: z.string(), text: z.string() });
  const notes = (database: MongoDatabase) => database.collection(notesSchema, note);

  /** A migration that notes each of its runs, and what it does besides. */
  const step = (version: number, change: Partial<Migration> & { also?: () => Promise<void> } = {}) => {
    const { also, repeatable = false } = change;
    const runs: number[] = [];
    const run = async (): Promise<void> => {
      runs.push(version);
      await also?.();
    };
    return { runs, version, repeatable, run };
  };

  it('is migrated once when several processes start at once', async () => {
    const url = server.nameDatabase();
    const first = step(1);
    const second = step(2);
    const start = async (): Promise<{ from: number; to: number }> =>
      migrate(await connect(url), { migrations: [first, second], holder: 'anyone' });
    const ends = await Promise.all([start(), start(), start()]);
    expect(ends.map(({ from }) => from).sort()).toEqual([0, 2, 2]);
    expect(await start()).toEqual({ from: 2, to: 2 });
    expect([first.runs, second.runs]).toEqual([[1], [2]]);
  });

  it('is refused when the server refuses its name or the user', async () => {
    const url = new URL(server.nameDatabase());
    url.pathname = '/num$plus';
    await expect(openMongoStorage({ url: url.href })).rejects.toEqual(refusal('wrong-address'));
    const stranger = server.nameDatabase().replace(/\/\/([^@/]*@)?/, '//stranger:secret@');
    await expect(openMongoStorage({ url: stranger })).rejects.toEqual(refusal('auth-failed'));
  });

  it('stays unchanged when it has a newer version or belongs to another program', async () => {
    const url = server.nameDatabase();
    const database = await connect(url);
    await migrate(database, { migrations: [step(1), step(2)], holder: 'newer' });
    await expect(migrate(database, { migrations: [step(1)], holder: 'older' })).rejects.toEqual(
      refusal('newer-version', { found: 2, known: 1 }),
    );
    const foreign = await connect(server.nameDatabase());
    await notes(foreign).insert({ id: 'a', text: 'theirs' });
    await expect(migrate(foreign, { migrations: [step(1)], holder: 'us' })).rejects.toEqual(
      refusal('foreign-database'),
    );
    expect(await foreign.collectionNames()).toEqual(['notes']);
  });

  it('is refused when a migration is unfinished, unless that may be repeated', async () => {
    const breaks = { also: () => Promise.reject(new Error('killed')) };
    const refused = await connect(server.nameDatabase());
    const broken = [step(1), step(2, breaks)];
    await expect(migrate(refused, { migrations: broken, holder: 'one' })).rejects.toThrow('killed');
    const whole = [step(1), step(2)];
    await expect(migrate(refused, { migrations: whole, holder: 'two' })).rejects.toEqual(
      refusal('half-migrated', { version: 2 }),
    );
    const repeated = await connect(server.nameDatabase());
    const breaking = [step(1, { ...breaks, repeatable: true })];
    await expect(migrate(repeated, { migrations: breaking, holder: 'one' })).rejects.toThrow('killed');
    const again = [step(1, { repeatable: true })];
    expect(await migrate(repeated, { migrations: again, holder: 'two' })).toEqual({ from: 0, to: 1 });
  });

  /** A clock that the tests turn, with the work that is due in between. */
  const testClock = (): MigrationClock & { turn: (ms: number) => Promise<void> } => {
    let time = 1_000;
    const works = new Set<() => Promise<void>>();
    const turn = async (ms: number): Promise<void> => {
      time += ms;
      for (const work of works) await work();
    };
    const every = (_: number, work: () => Promise<void>): (() => void) => {
      works.add(work);
      return () => void works.delete(work);
    };
    return { now: () => time, wait: () => turn(7_000), every, turn };
  };

  it('waits while another process migrates, and times out', async () => {
    const database = await connect(server.nameDatabase());
    const clock = testClock();
    const late = step(1);
    const early = step(1, {
      // It lives, and goes on saying so, for as long as the other waits.
      also: () =>
        expect(migrate(database, { migrations: [late], holder: 'late', clock })).rejects.toEqual(
          refusal('migrating'),
        ),
    });
    expect(await migrate(database, { migrations: [early], holder: 'early', clock })).toEqual({
      from: 0,
      to: 1,
    });
    expect(clock.now()).toBeGreaterThan(60_000);
    expect(late.runs).toEqual([]);
  });

  it('stops a migration whose lock expired', async () => {
    const database = await connect(server.nameDatabase());
    const clock = testClock();
    const second = step(1, { repeatable: true });
    const stalled = step(1, {
      repeatable: true,
      also: async () => {
        // A process that stood still renewed nothing.
        const later = { ...testClock(), now: () => clock.now() + 60_000 };
        await migrate(database, { migrations: [second], holder: 'second', clock: later });
      },
    });
    await expect(migrate(database, { migrations: [stalled], holder: 'first', clock })).rejects.toEqual(
      refusal('migrating'),
    );
    expect(second.runs).toEqual([1]);
    expect(await migrate(database, { migrations: [step(1)], holder: 'third', clock })).toEqual({
      from: 1,
      to: 1,
    });
  });

  it('reports an unreachable server, and reconnects once it is back', async (context) => {
    if (process.env.MONGODB_TEST_URL !== undefined) context.skip('it needs a proxy of its own');
    const address = new URL(server.nameDatabase());
    const proxy = await openProxy(Number(address.port));
    const storage = await openMongoStorage({ url: `mongodb://127.0.0.1:${proxy.port}${address.pathname}` });
    await proxy.shut();
    await expect(storage.ping()).rejects.toEqual(refusal('unreachable'));
    await proxy.open();
    await storage.ping();
    expect(await storage.organisations.list({ limit: 1 })).toEqual([]);
    await storage.close();
    await proxy.shut();
  });

  it('opens, replies to a ping while open, and refuses one after closing', async () => {
    const storage = await openMongoStorage({ url: server.nameDatabase() });
    await storage.ping();
    await storage.close();
    await expect(storage.ping()).rejects.toEqual(refusal('closed'));
  });
});

/** A proxy to a port of loopback; `shut` cuts all connections, `open` listens on the same port again. */
async function openProxy(
  to: number,
): Promise<{ port: number; open(): Promise<void>; shut(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const inner = connect(to, '127.0.0.1');
    for (const socket of [client, inner]) {
      sockets.add(socket);
      // Being cut off is what it is there for.
      socket.on('error', () => undefined);
    }
    client.pipe(inner).pipe(client);
  });
  const open = async (port: number): Promise<void> => {
    proxy.listen(port, '127.0.0.1');
    await once(proxy, 'listening');
  };
  await open(0);
  const { port } = proxy.address() as AddressInfo;
  const shut = async (): Promise<void> => {
    const closed = once(proxy, 'close');
    proxy.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, open: () => open(port), shut };
}
