import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../server/context.ts';
import { createStatementTasks } from '../../../server/delivery/send-statements.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { toolMain } from '../../support/tool-main.ts';
import { until } from '../../support/until.ts';
import { expectExactly, many, workUntilDone } from '../delivery/expected.ts';

let bench: DeliveryBench;
beforeEach(async () => {
  // The real time: a worker in another process cannot be given a clock.
  bench = await DeliveryBench.start(Date.now());
});
afterEach(() => bench.close());

const died = new Error('the process died');

/** Calls that a process makes until it dies: the last one is done, and its response never arrives. */
class Life {
  calls = 0;
  readonly #lasts: number;

  constructor(lasts: number) {
    this.#lasts = lasts;
  }

  isOver(): boolean {
    return this.calls >= this.#lasts;
  }

  /** The same object, whose methods stop with this life. */
  wrap<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof found !== 'function') return found;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          if (this.isOver()) throw died;
          this.calls += 1;
          const answer: unknown = await (found as (...all: readonly unknown[]) => unknown).apply(target, [
            ...args,
          ]);
          if (this.isOver()) throw died;
          return answer;
        };
      },
    });
  }
}

/** A worker that dies at its n-th call to the database or the store; whether it did. */
async function workAndDie({ storage, clock, log, openStore }: Context, lasts: number): Promise<boolean> {
  const life = new Life(lasts);
  const stopping = new AbortController().signal;
  const source = createStatementTasks({
    clock,
    log,
    randomId: randomUUID,
    chance: () => 0.5,
    alert: () => Promise.resolve(),
    destinations: life.wrap(storage.destinations),
    deliveries: life.wrap(storage.deliveries),
    createClient: (destination) => life.wrap(openStore(destination)),
  });
  try {
    for (const task of await source.list()) while (await task.run(stopping));
  } catch (error) {
    if (error !== died) throw error;
  }
  return life.isOver();
}

describe('a worker that dies', () => {
  it('at any call to the database or the store loses and duplicates nothing', async () => {
    const texts: string[] = [];
    let deaths = 0;
    for (let lasts = 1; ; lasts += 1) {
      const fresh = many(3);
      texts.push(...fresh);
      await bench.addAttempt({ statements: fresh });
      if (!(await workAndDie(bench.context, lasts))) break;
      deaths += 1;
      // Its lease runs out, and another takes over.
      bench.wait(61_000);
      await workUntilDone(bench);
      await expectExactly(bench, texts);
    }
    // List, look, enqueue, lease, send, settle, lease again: each was a death.
    expect(deaths).toBeGreaterThanOrEqual(7);
    await expectExactly(bench, texts);
  });

  it('by kill -9, during a batch, leaves the batch to the next worker', async () => {
    const texts = many(130);
    await bench.addAttempt({ statements: texts });
    bench.store.control.set({ slowMs: 200 });
    for (let death = 1; death <= 2; death += 1) {
      const before = bench.store.statements().length;
      const worker = startWorker(bench.settings);
      await until('a batch', () => (bench.store.statements().length > before ? true : undefined));
      await kill(worker);
    }
    bench.store.control.reset();
    // Leases of the dead have run out by then.
    bench.wait(3_600_000);
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  }, 180_000);
});

function startWorker(env: Readonly<Record<string, string>>): ChildProcess {
  const root = resolve(import.meta.dirname, '../../..');
  const options = { cwd: root, env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' } as const;
  return spawn(process.execPath, [...toolMain(), 'worker'], options);
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await exited;
}
