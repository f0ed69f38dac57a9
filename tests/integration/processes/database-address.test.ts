/** What an operator reads if DATABASE_URL is wrong: one clear line, and an exit code that is not 0. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultyMongo } from '../../support/faulty-mongo.ts';
import { findMongoAbsence, type MongoServer, startMongoServer } from '../../support/mongo-server.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const absence = findMongoAbsence();

/** Runs a command on this address and expects it to end badly with one line that says so and shows no password. */
async function expectRefusal(url: string, said: string, command = ['platform', 'list']): Promise<void> {
  const tool = new ToolProcess(await findFreePort(), '127.0.0.1', { DATABASE_URL: url });
  try {
    const { code, stdout, stderr } = await tool.run(...command);
    const lines = `${stdout}${stderr}`.trim().split('\n');
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(said)]);
    expect(lines[0]).not.toContain('secret');
  } finally {
    await tool.remove();
  }
}

describe('a database address', () => {
  it.each([
    ['is mistyped', 'mongodb:/user:secret@127.0.0.1/numplus', 'not the address of a MongoDB database'],
    [
      'leads to a server that is down',
      'mongodb://user:secret@127.0.0.1:1/numplus',
      'No MongoDB server answers',
    ],
  ])('that %s is refused with one line', async (_name, url, said) => {
    await expectRefusal(url, said);
  });

  it('of another kind of server is refused with one line, by `serve` and `worker` too', async () => {
    const web = createServer((_request, response) => response.end('Bonjour')).listen(0, '127.0.0.1');
    await once(web, 'listening');
    const { port } = web.address() as AddressInfo;
    const url = `mongodb://user:secret@127.0.0.1:${port}/numplus`;
    await Promise.all(
      [['platform', 'list'], ['serve'], ['worker']].map((command) =>
        expectRefusal(url, 'No MongoDB server answers', command),
      ),
    );
    web.closeAllConnections();
    web.close();
  });
});

describe('a MongoDB server', () => {
  let server: MongoServer | undefined;
  beforeAll(async () => {
    if (absence === undefined) server = await startMongoServer();
  });
  afterAll(() => server?.stop());

  it('that does not know the user is reported as the reason in one line', async (context) => {
    if (server === undefined) return context.skip(absence);
    const url = server.nameDatabase().replace(/\/\/([^@/]*@)?/, '//stranger:secret@');
    await expectRefusal(url, 'MongoDB refuses the user or the password');
  });

  it.each([
    [8, '(storage {"reason":"server-fault","number":8})'],
    [11_600, 'MongoDB has no server that takes writes'],
  ])('that answers with the error %i is reported with one line and a code', async (code, said) => {
    if (server === undefined || process.env.MONGODB_TEST_URL !== undefined) return;
    const proxy = await startFaultyMongo(server.nameDatabase());
    proxy.answer('find', { ok: 0, code, codeName: 'Failed', errmsg: 'user secret at db1.example' });
    try {
      await Promise.all([['serve'], ['worker']].map((command) => expectRefusal(proxy.url, said, command)));
    } finally {
      await proxy.close();
    }
  });
});
