/** The end of a listening server, as a proxy with lasting connections meets it. */
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, startHttpServer } from '../../../server/base/http-server.ts';

/** Longer than any test: what ends only because of it did not end well. */
const graceMs = 600_000;
/** One connection that is kept, as a proxy keeps it. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

let server: HttpServer | undefined;
afterEach(() => {
  agent.destroy();
});

/** The server responds only when the test does; `waiting` returns the next open request. */
async function startSlowServer(): Promise<{ waiting: () => Promise<ServerResponse> }> {
  const waiting: ServerResponse[] = [];
  const arrivals: (() => void)[] = [];
  server = await startHttpServer(
    (_request, response) => {
      waiting.push(response);
      arrivals.shift()?.();
    },
    { port: 0, host: '127.0.0.1' },
  );
  return {
    waiting: async () => {
      if (waiting.length === 0) await new Promise<void>((arrived) => arrivals.push(arrived));
      const response = waiting.shift();
      if (response === undefined) throw new Error('nobody waits');
      return response;
    },
  };
}

async function ask(): Promise<IncomingMessage> {
  const [answer] = (await once(get({ port: server?.port, host: '127.0.0.1', agent }), 'response')) as [
    IncomingMessage,
  ];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

describe('an HTTP server that is closing', () => {
  it('responds to a request that arrived, and closes its connection', async () => {
    const { waiting } = await startSlowServer();
    const before = ask();
    (await waiting()).end('one');
    expect((await before).headers.connection).toBe('keep-alive');
    const asked = ask();
    const response = await waiting();
    const closed = server?.close(graceMs);
    response.end('two');
    expect((await asked).headers.connection).toBe('close');
    await closed;
  });

  it('ends at once if a keep-alive connection is idle', async () => {
    const { waiting } = await startSlowServer();
    const asked = ask();
    (await waiting()).end('one');
    await asked;
    await expect(server?.close(graceMs)).resolves.toBeUndefined();
  });

  it('closes connections that are not finished in time', async () => {
    const { waiting } = await startSlowServer();
    const asked = ask();
    await waiting();
    const cut = expect(asked).rejects.toThrow('socket hang up');
    await server?.close(0);
    await cut;
  });
});
