/**
 * A database that stops responding while `serve` uses it: every request gets a response in bounded time, and the
 * process survives.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreezingProxy, startFreezingProxy } from '../../support/freezing-proxy.ts';
import { findMongoAbsence, startMongoServer } from '../../support/mongo-server.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';
import { until } from '../../support/until.ts';

const absence =
  process.env.MONGODB_TEST_URL === undefined
    ? findMongoAbsence()
    : 'the server stands behind a door of its own';

/** Time for a heartbeat, its response, and the search for another server; a person waits that long for a page. */
const limitMs = 30_000;

interface Unready {
  readonly status: string;
  readonly errorId?: string;
}

describe('serve with a MongoDB that stops responding', () => {
  let tool: ToolProcess;
  let proxy: FreezingProxy;
  /** What ends again, the last that was started first. */
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    if (absence !== undefined) return;
    const server = await startMongoServer();
    ends.unshift(() => server.stop());
    const { port, pathname } = new URL(server.nameDatabase());
    proxy = await startFreezingProxy(Number(port));
    ends.unshift(() => proxy.close());
    tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
      DATABASE_URL: `mongodb://127.0.0.1:${proxy.port}${pathname}`,
    });
    ends.unshift(() => tool.remove());
    await tool.start();
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  const ask = async (): Promise<{ status: number; body: Unready; ms: number }> => {
    const begin = performance.now();
    const response = await fetch(`${tool.localUrl}/readyz`);
    const body = (await response.json()) as Unready;
    return { status: response.status, body, ms: performance.now() - begin };
  };

  it('reports it with a number that is in the log, and recovers by itself', async (context) => {
    if (absence !== undefined) return context.skip(absence);
    expect((await ask()).status).toBe(200);
    proxy.freeze();
    const { status, body, ms } = await ask();
    expect([status, ms < limitMs]).toEqual([503, true]);
    const told = await until('the line in the log', () =>
      tool.log.split('\n').find((line) => line.includes(body.errorId ?? 'no number')),
    );
    expect(JSON.parse(told)).toMatchObject({
      msg: 'health.database-unavailable',
      err: { params: { reason: 'unreachable' } },
    });
    expect((await fetch(`${tool.localUrl}/healthz`)).status).toBe(200);
    proxy.thaw();
    await until('it is ready', async () => ((await ask()).status === 200 ? true : undefined), 2 * limitMs);
    expect(await tool.stop()).toBe(0);
  }, 180_000);
});
