import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../support/mongo-server.ts';

const absence = findMongoAbsence();

describe('the MongoDB of the tests', () => {
  let server: MongoServer | undefined;

  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });

  afterAll(() => server?.stop());

  it('takes connections, and gives every test a database of its own', async (context) => {
    if (server === undefined) return context.skip(absence);
    const [one, other] = [new URL(server.nameDatabase()), new URL(server.nameDatabase())];
    expect(one.host).toBe(other.host);
    expect(one.pathname).not.toBe(other.pathname);
    const socket = connect(Number(one.port || 27_017), one.hostname);
    await once(socket, 'connect');
    socket.destroy();
  });
});
