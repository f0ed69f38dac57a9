/**
 * A worker that is told to stop: another one gets at once what it leased and did not start, and nothing is sent
 * twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStatementTasks } from '../../../server/delivery/send-statements.ts';
import type { DeliveriesPort } from '../../../server/storage/ports/deliveries.ts';
import type { LrsClient } from '../../../xapi/lrs-client.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { toolMain } from '../../support/tool-main.ts';
import { until } from '../../support/until.ts';
import { expectExactly, many, readDestination } from '../delivery/expected.ts';

/** Within which a stopped process is gone. */
const limitMs = 10_000;
/** Far less than the minute that a lease of statements lasts. */
const atOnceMs = 30_000;

let bench: DeliveryBench;
/** Processes that a failed test may leave behind. */
const workers: ChildProcess[] = [];
beforeEach(async () => {
  // The real time: a worker in another process cannot be given a clock.
  bench = await DeliveryBench.start(Date.now());
});
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL');
  await bench.close();
});

/** One round of a worker for the bench's store; it is told to stop at one of these two calls. */
async function workAndStop(at: {
  afterLease?: (stop: () => void) => void;
  afterSend?: (stop: () => void) => void;
}): Promise<{ readonly sends: number }> {
  const { storage, clock, log, openStore } = bench.context;
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  let sends = 0;
  const lease: DeliveriesPort['lease'] = async (request) => {
    const leased = await storage.deliveries.lease(request);
    at.afterLease?.(stop);
    return leased;
  };
  const send =
    (client: LrsClient): LrsClient['send'] =>
    async (bytes) => {
      const outcome = await client.send(bytes);
      sends += 1;
      at.afterSend?.(stop);
      return outcome;
    };
  const source = createStatementTasks({
    clock,
    log,
    randomId: randomUUID,
    chance: () => 0.5,
    alert: () => Promise.resolve(),
    destinations: storage.destinations,
    deliveries: { ...storage.deliveries, lease },
    createClient: (destination) => {
      const client = openStore(destination);
      return { ...client, send: send(client) };
    },
  });
  for (const task of await source.list()) await task.run(stopping.signal);
  return { sends };
}

function startWorker(): ChildProcess {
  const root = resolve(import.meta.dirname, '../../..');
  const options = { cwd: root, env: { PATH: process.env.PATH, ...bench.settings }, stdio: 'ignore' } as const;
  const worker = spawn(process.execPath, [...toolMain(), 'worker'], options);
  workers.push(worker);
  return worker;
}

async function stopTimed(worker: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const begin = performance.now();
  const exited = new Promise<number | null>((done) => worker.once('exit', done));
  worker.kill('SIGTERM');
  return { code: await exited, ms: performance.now() - begin };
}

describe('a worker that is told to stop', () => {
  it('sends nothing that is only leased, records no failure, and another sends it at once', async () => {
    const { organisationId, id } = await readDestination(bench);
    await bench.context.storage.destinations.update(organisationId, id, { failures: 3 });
    const texts = many(5);
    await bench.addAttempt({ statements: texts });
    const { sends } = await workAndStop({
      afterLease: (stop) => {
        stop();
      },
    });
    expect(sends).toBe(0);
    expect(await readDestination(bench)).toMatchObject({ failures: 3, lanes: 1 });
    await bench.work();
    await expectExactly(bench, texts);
  });

  it('finishes the running batch, starts no other, and another worker sends the rest at once', async () => {
    const texts = many(130);
    await bench.addAttempt({ statements: texts });
    const { sends } = await workAndStop({
      afterSend: (stop) => {
        stop();
      },
    });
    expect(sends).toBe(1);
    expect(bench.store.statements()).toHaveLength(50);
    // That more is waiting was not seen: the store is not given more at a time for it.
    expect(await readDestination(bench)).toMatchObject({ lanes: 1 });
    await bench.work();
    await expectExactly(bench, texts);
  });

  it('does not split a refused batch or drop any of it, and another worker sends it whole', async () => {
    const poison = (): string => statementText({ verb: { id: 'not an address' } });
    await bench.addAttempt({ statements: [poison(), ...many(2)] });
    let left = 3;
    // All three, then the first two, then the first alone, which is refused: the second was not tried yet.
    const { sends } = await workAndStop({
      afterSend: (stop) => {
        left -= 1;
        if (left === 0) stop();
      },
    });
    expect(sends).toBe(3);
    const { organisationId, id } = await readDestination(bench);
    const summary = (): Promise<object> => bench.context.storage.deliveries.summary(organisationId, id);
    expect(await summary()).toMatchObject({ pending: 3, sent: 0, dead: 0 });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 2, dead: 1 });
  });

  it('by SIGTERM with a slow store, settles its batch in time, and another sends the rest at once', async () => {
    const texts = many(130);
    await bench.addAttempt({ statements: texts });
    // One batch ends within the time that a stop has, and two don't.
    bench.store.control.set({ slowMs: 5_000 });
    const held = (count: number) => (): true | undefined =>
      bench.store.statements().length >= count ? true : undefined;
    const first = startWorker();
    await until('the first batch', held(50));
    const { code, ms } = await stopTimed(first);
    expect([code, ms < limitMs]).toEqual([0, true]);
    bench.store.control.reset();
    const second = startWorker();
    await until('the rest', held(texts.length), atOnceMs);
    expect((await stopTimed(second)).code).toBe(0);
    await expectExactly(bench, texts);
  });
});
