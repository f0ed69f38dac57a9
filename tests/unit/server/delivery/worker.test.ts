import { describe, expect, it } from 'vitest';
import { Worker, type WorkerTask } from '../../../../server/delivery/worker.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the worker', () => {
  it('runs other tasks when one throws', async () => {
    const ran: string[] = [];
    const broken: WorkerTask = { name: 'broken', run: () => Promise.reject(new Error('down')) };
    const sound: WorkerTask = {
      name: 'sound',
      run: () => {
        ran.push('sound');
        return Promise.resolve(false);
      },
    };
    const faults: object[] = [];
    const worker = new Worker([broken, sound], { ...quiet, error: (details) => void faults.push(details) });
    await worker.runOnce();
    expect(ran).toEqual(['sound']);
    expect(faults).toMatchObject([{ task: 'broken' }]);
  });

  it('runs a task again at once while more is waiting, and ends when stopped', async () => {
    let left = 5;
    let emptied: () => void = () => undefined;
    const empty = new Promise<void>((resolve) => (emptied = resolve));
    const task: WorkerTask = {
      name: 'queue',
      run: () => {
        left -= 1;
        if (left === 0) emptied();
        return Promise.resolve(left > 0);
      },
    };
    // Rests for an hour, so only `more` and `stop` can end this test.
    const worker = new Worker([task], quiet, 3_600_000);
    worker.start();
    await empty;
    await worker.stop();
    expect(left).toBe(0);
  });

  it('does not let a hanging task delay another', async () => {
    let release: (more: boolean) => void = () => undefined;
    const hanging: WorkerTask = { name: 'hanging', run: () => new Promise((resolve) => (release = resolve)) };
    let rounds = 0;
    let enough: () => void = () => undefined;
    const worked = new Promise<void>((resolve) => (enough = resolve));
    const next: WorkerTask = {
      name: 'next',
      run: () => {
        rounds += 1;
        if (rounds === 3) enough();
        return Promise.resolve(rounds < 3);
      },
    };
    const worker = new Worker([hanging, next], quiet, 3_600_000);
    worker.start();
    await worked;
    // Wakes the resting loop although the other still hangs.
    const wokenUp = new Promise<void>((resolve) => (enough = resolve));
    rounds = 2;
    await new Promise(setImmediate);
    worker.wake();
    await wokenUp;
    release(false);
    await worker.stop();
  });

  it('signals running tasks to stop, and waits until they have ended', async () => {
    const told: boolean[] = [];
    let begun: () => void = () => undefined;
    const runs = new Promise<void>((resolve) => (begun = resolve));
    const task: WorkerTask = {
      name: 'batches',
      async run(stopping) {
        told.push(stopping.aborted);
        begun();
        await new Promise((ended) => {
          stopping.addEventListener('abort', ended);
        });
        await new Promise(setImmediate);
        told.push(stopping.aborted);
        return true;
      },
    };
    const worker = new Worker([task], quiet, 3_600_000);
    worker.start();
    await runs;
    await worker.stop();
    expect(told).toEqual([false, true]);
  });

  it('ends within its limit although a task hangs, and starts no round after that', async () => {
    let begun: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => (begun = resolve));
    let release: (more: boolean) => void = () => undefined;
    let rounds = 0;
    const hanging: WorkerTask = {
      name: 'hanging',
      run: () => {
        rounds += 1;
        begun();
        return new Promise((resolve) => (release = resolve));
      },
    };
    const worker = new Worker([hanging], quiet);
    worker.start();
    await hangs;
    await worker.stop(10);
    release(true);
    await new Promise(setImmediate);
    expect(rounds).toBe(1);
    expect(await worker.runOnce()).toBe(false);
    expect(rounds).toBe(1);
  });

  it('starts one loop for a task that appears while it runs', async () => {
    const begun: string[] = [];
    let names = ['one'];
    let both: () => void = () => undefined;
    const ranBoth = new Promise<void>((resolve) => (both = resolve));
    const run = (name: string) => (): Promise<boolean> => {
      begun.push(name);
      if (name === 'two') both();
      return Promise.resolve(false);
    };
    const source = {
      name: 'stores',
      list: () => Promise.resolve(names.map((name) => ({ name, run: run(name) }))),
    };
    const worker = new Worker([source], quiet, 3_600_000);
    worker.start();
    await new Promise((resolve) => setImmediate(resolve));
    names = ['one', 'two'];
    worker.wake();
    await ranBoth;
    await worker.stop();
    expect(begun.toSorted()).toEqual(['one', 'one', 'two']);
  });

  it('continues when a source of tasks throws', async () => {
    const faults: object[] = [];
    const source = { name: 'stores', list: () => Promise.reject(new Error('down')) };
    const worker = new Worker([source], { ...quiet, error: (details) => void faults.push(details) });
    expect(await worker.runOnce()).toBe(false);
    expect(faults).toMatchObject([{ task: 'stores' }]);
  });
});
