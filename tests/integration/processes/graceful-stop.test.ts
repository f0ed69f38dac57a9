/** SIGTERM, as systemd and containers send it: what runs is finished, and the process is gone within ten seconds. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiLearner } from '../../support/api-learner.ts';
import { done, rightWay } from '../../support/inbox.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { until } from '../../support/until.ts';

const limitMs = 10_000;

let stack: Stack | undefined;
afterEach(() => stack?.close());

/** Stops the tool; returns its exit code and how long that took. */
async function stopTimed({ tool }: Stack): Promise<{ code: number | null; ms: number }> {
  const begin = performance.now();
  const code = await tool.stop();
  return { code, ms: performance.now() - begin };
}

async function isRefused(port: number): Promise<true | undefined> {
  const probe = connect(port, '127.0.0.1');
  const refused = await new Promise<boolean>((answer) => {
    probe.once('connect', () => {
      answer(false);
    });
    probe.once('error', () => {
      answer(true);
    });
  });
  probe.destroy();
  return refused ? true : undefined;
}

/** A record store that accepts a connection and never responds. */
async function startSilentStore(): Promise<{ server: Server; asked: Promise<unknown> }> {
  const server = createServer();
  const asked = once(server, 'request');
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, asked };
}

describe('SIGTERM to the server or the worker', () => {
  it('lets a running request get its response, accepts no new one, and exits with success', async () => {
    stack = await startStack();
    const { tool } = stack;
    const body = JSON.stringify({ code: 'no such code' });
    const socket: Socket = connect(tool.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await once(socket, 'connect');
    socket.write(
      `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    // The tool has received the first half once it responds to the request after it.
    await fetch(`${tool.localUrl}/healthz`);
    const stopped = stopTimed(stack);
    await until('no new connection is taken', () => isRefused(tool.port));
    socket.write(body.slice(5));
    const { code, ms } = await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toContain('problem+json');
    expect([code, ms < limitMs]).toEqual([0, true]);
  });

  it('is not delayed by a record store that never responds, and nothing is lost', async () => {
    const silent = await startSilentStore();
    const { port } = silent.server.address() as AddressInfo;
    stack = await startStack({ env: { LRS_ENDPOINT: `http://127.0.0.1:${port}/xapi` } });
    const learner = new ApiLearner(stack);
    await learner.act(...rightWay(await learner.begin(4)), done);
    await silent.asked;
    const { code, ms } = await stopTimed(stack);
    silent.server.closeAllConnections();
    silent.server.close();
    expect([code, ms < limitMs]).toEqual([0, true]);
    const status = await stack.tool.run('outbox', 'status', '--json');
    const [store] = JSON.parse(status.stdout) as { readonly pending: number }[];
    expect(store?.pending).toBeGreaterThan(0);
  }, 180_000);

  it('ends a worker in the middle of a delivery within ten seconds', async () => {
    const silent = await startSilentStore();
    const { port } = silent.server.address() as AddressInfo;
    stack = await startStack({ env: { LRS_ENDPOINT: `http://127.0.0.1:${port}/xapi` } });
    await stack.tool.stop();
    await stack.tool.start('--no-worker');
    const learner = new ApiLearner(stack);
    await learner.act(...rightWay(await learner.begin(4)), done);
    await stack.tool.stop();
    await stack.tool.startWorker();
    await silent.asked;
    const { code, ms } = await stopTimed(stack);
    silent.server.closeAllConnections();
    silent.server.close();
    expect([code, ms < limitMs]).toEqual([0, true]);
  }, 180_000);
});
