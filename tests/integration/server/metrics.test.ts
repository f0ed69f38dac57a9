/** GET /metrics, as Prometheus reads it: real worker, real statement store, over HTTP. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';

const token = 'a-token-of-thirty-two-characters';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start(undefined, { METRICS_TOKEN: token });
});
afterEach(() => bench.close());

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${bench.tool.localUrl}/metrics`, { headers });

/** Each of our values by its name; counts are cached for some seconds, which pass first. */
async function read(): Promise<Record<string, number>> {
  bench.wait(5_000);
  const text = await (await ask({ authorization: `Bearer ${token}` })).text();
  const [destination] = await bench.context.storage.destinations.list({ limit: 2 });
  const series = [...text.matchAll(/^numplus_delivery_(\w+)\{destination="([^"]+)"\} (\S+)$/gm)];
  expect(new Set(series.map(([, , id]) => id))).toEqual(new Set([destination?.id]));
  return Object.fromEntries(series.map(([, name = '', , value]): [string, number] => [name, Number(value)]));
}

describe('metrics', () => {
  it('show for each destination what waits, since when, what was sent and what failed for good', async () => {
    const poison = statementText({ verb: { id: 'no address' } });
    await bench.addAttempt({ statements: [statementText(), poison, statementText()] });
    await bench.work();
    const calm = { paused: 0, breaker_open: 0, oldest_pending_seconds: 0 };
    expect(await read()).toEqual({ ...calm, pending: 0, dead: 1, sent_total: 2 });
    bench.store.control.set({ down: '503' });
    await bench.addAttempt({ statements: [statementText()] });
    await bench.work();
    const waiting = { pending: 1, dead: 1, sent_total: 2, paused: 0 };
    expect(await read()).toMatchObject({ ...waiting, oldest_pending_seconds: 5 });
  });

  it('show a paused store, so that an alert rule can use it', async () => {
    bench.store.control.set({ failNext: 1, failStatus: 401 });
    await bench.addAttempt({ statements: [statementText()] });
    await bench.work();
    expect(await read()).toMatchObject({ paused: 1, breaker_open: 0, pending: 1, sent_total: 0 });
  });

  it('show that a store is not used for a while after failures, until it works', async () => {
    bench.store.control.set({ failNext: 1, failStatus: 503, retryAfterSeconds: 60 });
    await bench.addAttempt({ statements: [statementText()] });
    await bench.work();
    expect(await read()).toMatchObject({ breaker_open: 1, paused: 0, pending: 1 });
    bench.wait(60_000);
    await bench.work();
    expect(await read()).toMatchObject({ breaker_open: 0, pending: 0, sent_total: 1 });
  });

  it('have the usual process metrics, and no addresses, persons or texts', async () => {
    await bench.addAttempt({ statements: [statementText()], grade: { userId: 4, score: 50 } });
    await bench.work();
    const answer = await ask({ authorization: `Bearer ${token}` });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(text).toContain('# TYPE numplus_delivery_sent_total counter');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toMatch(/https?:|pseudonym|Essai/);
  });

  it('are refused without the complete token', async () => {
    const refused = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${token.replace('a', 'b')}` },
      { authorization: `Bearer ${token.slice(0, -1)}` },
      { authorization: `Basic ${token}` },
    ];
    for (const headers of refused as Record<string, string>[]) {
      const answer = await ask(headers);
      const { status } = answer;
      expect({ headers, status, text: await answer.text() }).toEqual({ headers, status: 401, text: '' });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('are separate for two servers in one process', async () => {
    const other = await DeliveryBench.start(undefined, { METRICS_TOKEN: token });
    try {
      await other.addAttempt({ statements: [statementText()] });
      await other.work();
      expect(await read()).toMatchObject({ sent_total: 0 });
    } finally {
      await other.close();
    }
  });
});

describe('without a token in the settings', () => {
  it('the metrics page does not exist, whatever is sent', async () => {
    const silent = await DeliveryBench.start();
    try {
      for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: `Bearer ${token}` }]) {
        const answer = await fetch(`${silent.tool.localUrl}/metrics`, { headers });
        expect(answer.status).toBe(404);
      }
    } finally {
      await silent.close();
    }
  });
});
