/** A worker that is dead or was never started: what no worker queued is seen wherever an operator looks. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStores } from '../../../server/doctor/check-stores.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { rightWay } from '../../support/inbox.ts';
import { until } from '../../support/until.ts';

const token = 'a-token-of-thirty-two-characters';

let bench: DeliveryBench;
let hook: Server;
let alerts: { readonly code: string; readonly text: string }[];

beforeEach(async () => {
  alerts = [];
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      alerts.push(JSON.parse(body) as (typeof alerts)[number]);
      response.end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const { port } = hook.address() as AddressInfo;
  bench = await DeliveryBench.start(Date.now(), {
    OUTBOX_LIMIT: '1000',
    METRICS_TOKEN: token,
    ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
  });
});
afterEach(async () => {
  await bench.close();
  hook.close();
});

const readDelivery = async (): Promise<unknown> => {
  bench.wait(5_000);
  return ((await (await fetch(`${bench.tool.localUrl}/readyz`)).json()) as { delivery: unknown }).delivery;
};

const addStatements = (count: number): Promise<unknown> =>
  bench.addAttempt({ statements: Array.from({ length: count }, () => statementText()) });

describe('without a live worker', () => {
  it('statements that nobody queued count as pending, with their age, and stop new actions', async () => {
    const learner = new ApiLearner(bench);
    const [first] = rightWay(await learner.begin(4));
    if (first === undefined) throw new Error('nothing to do');
    await addStatements(1_000);
    expect(await readDelivery()).toMatchObject({ pending: 1_000, oldestPendingSeconds: 5, workers: 0 });
    expect(await learner.act(first)).toMatchObject({ status: 503, body: { code: 'server.backlog' } });
    await bench.work();
    bench.wait(5_000);
    expect(await learner.act(first)).toMatchObject({ status: 200 });
    expect(bench.store.statements().length).toBeGreaterThanOrEqual(1_000);
  });

  it('the metrics and doctor report it', async () => {
    await addStatements(3);
    bench.wait(5_000);
    const headers = { authorization: `Bearer ${token}` };
    const metrics = await (await fetch(`${bench.tool.localUrl}/metrics`, { headers })).text();
    expect(metrics).toMatch(/^numplus_delivery_pending\{.*\} 3$/m);
    expect(metrics).toMatch(/^numplus_delivery_oldest_pending_seconds\{.*\} 5$/m);
    expect(metrics).toMatch(/^numplus_workers 0$/m);
    const destinations = await bench.context.storage.destinations.list({ limit: 9 });
    expect(await checkStores(bench.context, destinations)).toContainEqual(
      expect.objectContaining({ state: 'act', code: 'backlog.no-worker', params: { pending: 3 } }),
    );
  });

  it('an alert says so after a minute, and again only after an hour', async () => {
    await addStatements(1);
    await readDelivery();
    expect(alerts).toEqual([]);
    bench.wait(60_000);
    for (let times = 0; times < 3; times += 1) await readDelivery();
    await until('the alert', () => (alerts.length > 0 ? true : undefined));
    bench.wait(3_600_000);
    await readDelivery();
    await until('the second alert', () => (alerts.length > 1 ? true : undefined));
    expect(alerts.map(({ code }) => code)).toEqual(['delivery.no-worker', 'delivery.no-worker']);
    expect(alerts[0]?.text).toMatch(/: delivery\.no-worker \(1\)$/);
  });
});

describe('with a live worker', () => {
  it('it is counted, and the statements of a new store stop nobody until they are queued', async () => {
    bench.context.worker.start();
    await until('the worker is seen', async () =>
      ((await readDelivery()) as { workers: number }).workers === 1 ? true : undefined,
    );
    expect(alerts).toEqual([]);
    await bench.context.worker.stop();
    await addStatements(1_000);
    expect(await readDelivery()).toMatchObject({ pending: 1_000, workers: 1 });
    await expect(
      bench.context.deliveryWatch.checkRoom({ organisationId: 'x', attemptId: null }),
    ).resolves.toBeUndefined();
    bench.wait(60_000);
    expect(await readDelivery()).toMatchObject({ pending: 1_000, workers: 0 });
    await expect(
      bench.context.deliveryWatch.checkRoom({ organisationId: 'x', attemptId: null }),
    ).rejects.toMatchObject({ code: 'server.backlog' });
  });
});
