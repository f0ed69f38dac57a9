/** /healthz and /readyz of `serve` and of `worker`, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { findFreePort } from '../../support/ports.ts';
import { ToolProcess } from '../../support/tool-process.ts';

const token = 'a-token-of-thirty-two-characters';

async function statusAt(address: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(address, { headers });
  await answer.body?.cancel();
  return answer.status;
}

describe('the health server of a worker', () => {
  let worker: ToolProcess;
  let door: string;
  beforeAll(async () => {
    const port = await findFreePort();
    door = `http://127.0.0.1:${port}`;
    worker = new ToolProcess(await findFreePort(), '127.0.0.1', {
      WORKER_PORT: String(port),
      METRICS_TOKEN: token,
    });
    await worker.startWorker();
  });
  afterAll(() => worker.remove());

  it('shows whether it is alive and ready, and its metrics with the token', async () => {
    expect(await statusAt(`${door}/healthz`)).toBe(200);
    expect(await (await fetch(`${door}/readyz`)).json()).toMatchObject({ status: 'ok', database: 'ok' });
    expect(await statusAt(`${door}/metrics`)).toBe(401);
    expect(await statusAt(`${door}/metrics`, { authorization: `Bearer ${token.slice(1)}` })).toBe(401);
    expect(await statusAt(`${door}/metrics`, { authorization: `Bearer ${token}` })).toBe(200);
  });

  it('shows nothing else, and nothing at the address of `serve`', async () => {
    for (const path of ['/', '/play', '/api/attempt', '/lti/keys', '/xapi/profile']) {
      expect([path, await statusAt(`${door}${path}`)]).toEqual([path, 404]);
    }
    await expect(fetch(`${worker.localUrl}/healthz`)).rejects.toThrow();
  });
});

describe('readiness', () => {
  it('warns of a wrong clock, once other servers have responded', async () => {
    // The bench's clock stops while others go on: by much less than an hour.
    const bench = await DeliveryBench.start(Date.now() + 2 * 3_600_000);
    try {
      const read = async (): Promise<unknown> => (await fetch(`${bench.tool.localUrl}/readyz`)).json();
      expect(await read()).toMatchObject({ status: 'ok', clock: { secondsAhead: null } });
      await bench.addAttempt({ statements: [statementText()] });
      await bench.work();
      const { clock } = (await read()) as { clock: { secondsAhead: number } };
      expect(clock.secondsAhead).toBeGreaterThan(3_600);
      expect(clock.secondsAhead).toBeLessThanOrEqual(7_201);
    } finally {
      await bench.close();
    }
  });
});
