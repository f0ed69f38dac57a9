import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningStore, startStore } from '../../../sandbox/store/start-store.ts';
import { key, request, sample, secret } from './store-samples.ts';

let store: RunningStore;

beforeEach(async () => {
  store = await startStore({ host: '127.0.0.1', port: 0, key, secret });
});

afterEach(async () => {
  await store.close();
});

const send = (number: number): Promise<Response> => request(store, 'statements', { body: [sample(number)] });

function control(method: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL('/sandbox/control', store.endpoint), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe('injected faults of the record store', () => {
  it('return 429 with Retry-After as often as configured, then stop', async () => {
    store.control.set({ throttleNext: 2, retryAfterSeconds: 7 });
    const first = await send(1);
    expect([first.status, first.headers.get('Retry-After')]).toEqual([429, '7']);
    expect((await send(1)).status).toBe(429);
    expect((await send(1)).status).toBe(200);
  });

  it('return any failing status', async () => {
    store.control.set({ failNext: 1, failStatus: 502 });
    expect((await send(1)).status).toBe(502);
    expect(store.statements()).toEqual([]);
  });

  it('redirect, or return HTML with 200, and store nothing', async () => {
    store.control.set({ redirectNext: 1, htmlNext: 1 });
    expect((await send(1)).status).toBe(302);
    const html = await send(1);
    expect([html.status, html.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(store.statements()).toEqual([]);
  });

  it('cut the connection after the batch is stored', async () => {
    store.control.set({ cutNext: 1 });
    await expect(send(1)).rejects.toThrow();
    expect(store.statements()).toHaveLength(1);
    expect((await send(1)).status).toBe(200);
    expect(store.statements()).toHaveLength(1);
  });

  it('make the store unavailable by 503 or by cut connections, for readers too', async () => {
    store.control.set({ down: '503' });
    expect((await request(store, 'statements')).status).toBe(503);
    expect((await request(store, 'about')).status).toBe(503);
    store.control.set({ down: 'refuse' });
    await expect(send(1)).rejects.toThrow();
    store.control.reset();
    expect((await send(1)).status).toBe(200);
  });

  it('make the store slower than a reader’s timeout, and closing does not wait for it', async () => {
    store.control.set({ slowMs: 600_000 });
    const waiting = fetch(new URL('about', store.endpoint), { signal: AbortSignal.timeout(30) });
    await expect(waiting).rejects.toThrow();
  });

  it('fail at random in the same order for the same seed', async () => {
    const run = async (): Promise<number[]> => {
      store.control.set({ randomRate: 0.3, randomSeed: 7 });
      const statuses: number[] = [];
      for (let number = 1; number <= 30; number += 1) statuses.push((await send(number)).status);
      return statuses;
    };
    const statuses = await run();
    expect(await run()).toEqual(statuses);
    const failed = statuses.filter((status) => status >= 500).length;
    expect(failed).toBeGreaterThan(2);
    expect(failed).toBeLessThan(20);
  });

  it('refuse chosen verbs with 403', async () => {
    store.control.set({ refuseVerbs: ['https://example.org/verbs/opened'] });
    expect((await send(1)).status).toBe(403);
  });
});

describe('the control address', () => {
  it('shows, changes and resets the faults', async () => {
    expect(await (await control('POST', { failNext: 3 })).json()).toMatchObject({ failNext: 3 });
    expect(await (await control('GET')).json()).toMatchObject({ failNext: 3 });
    expect(await (await control('DELETE')).json()).toMatchObject({ failNext: 0 });
  });

  it.each([[{ colour: 'red' }], [{ slowMs: -1 }], [{ randomRate: 2 }], [{ down: true }], [[]], ['x']])(
    'refuses the settings %j',
    async (settings) => {
      expect((await control('POST', settings)).status).toBe(400);
      expect(await (await control('GET')).json()).toMatchObject({ slowMs: 0, down: 'no' });
    },
  );

  it('refuses what another site’s form could send', async () => {
    expect((await control('POST', { failNext: 3 }, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });
});
