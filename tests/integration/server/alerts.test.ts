import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
let hook: Server;
let posted: Record<string, unknown>[];
let status: number;

beforeEach(async () => {
  posted = [];
  status = 200;
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posted.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    hook.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const { port } = hook.address() as AddressInfo;
  bench = await DeliveryBench.start(undefined, { ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/hook` });
});
afterEach(async () => {
  await bench.close();
  hook.close();
});

const codes = (): unknown[] => posted.map(({ code, reason }) => [code, reason]);

describe('an alert webhook', () => {
  it('is called once when a destination pauses, without personal data', async () => {
    bench.store.control.set({ failNext: 1, failStatus: 401 });
    await bench.addAttempt({ statements: [statementText()] });
    await bench.work();
    await bench.work();
    expect(codes()).toEqual([['delivery.destination-paused', 'store.key-refused']]);
    expect(Object.keys(posted[0] ?? {}).sort()).toEqual([
      ...['at', 'code', 'destination', 'reason', 'text', 'tool'],
    ]);
  });

  it('reports dead letters, and a store that is unavailable for long', async () => {
    const poison = statementText({ verb: { id: 'no address' } });
    await bench.addAttempt({ statements: [statementText(), poison] });
    await bench.work();
    bench.store.control.set({ down: 'refuse' });
    await bench.addAttempt({ statements: [statementText()] });
    for (let hour = 0; hour < 12; hour += 1) {
      await bench.work();
      bench.wait(3_600_000);
    }
    expect(codes()).toEqual([
      ['delivery.dead-letters', '1'],
      ['delivery.destination-unreachable', 'store.connection-cut'],
    ]);
  });

  it('does not delay delivery if nobody accepts it', async () => {
    status = 500;
    const poison = statementText({ verb: { id: 'no address' } });
    await bench.addAttempt({ statements: [statementText(), poison, statementText()] });
    await bench.work();
    expect(bench.store.statements()).toHaveLength(2);
    expect(posted).toHaveLength(1);
  });
});
