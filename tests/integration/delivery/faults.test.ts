import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resumeDestination } from '../../../server/organisations/manage-destinations.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';
import { expectExactly, many, readDestination, workUntilDone } from './expected.ts';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

describe('every statement arrives once, byte for byte', () => {
  it('after the store was down for an hour while people played', async () => {
    const texts: string[] = [];
    bench.store.control.set({ down: 'refuse' });
    for (let minute = 0; minute < 60; minute += 5) {
      const fresh = many(12);
      texts.push(...fresh);
      await bench.addAttempt({ statements: fresh });
      await bench.work();
      bench.wait(5 * 60_000);
    }
    expect(bench.store.statements()).toEqual([]);
    bench.store.control.reset();
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  });

  it('through gateways that respond to every third request with 500, 502 or 504', async () => {
    bench.store.control.set({ randomRate: 0.3, randomSeed: 7 });
    const texts = many(600);
    await bench.addAttempt({ statements: texts });
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  });

  it('over connections that are cut after the store wrote', async () => {
    bench.store.control.set({ cutNext: 4 });
    const texts = many(200);
    await bench.addAttempt({ statements: texts });
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  });

  it('through bursts of 429 with and without Retry-After', async () => {
    const texts = many(300);
    await bench.addAttempt({ statements: texts });
    for (const retryAfterSeconds of [1, null, 30, null]) {
      bench.store.control.set({ throttleNext: 5, retryAfterSeconds });
      for (let turn = 0; turn < 6; turn += 1) {
        await bench.work();
        bench.wait(15 * 60_000);
      }
    }
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  });

  it.each([
    ['a redirect', { redirectNext: 1 }, 'store.redirects'],
    ['a page of HTML with 200', { htmlNext: 1 }, 'store.no-record-store'],
  ])('after %s paused the destination and an operator resumed it', async (_what, fault, reason) => {
    const texts = many(120);
    bench.store.control.set(fault);
    await bench.addAttempt({ statements: texts });
    await bench.work();
    bench.wait(24 * 3_600_000);
    await bench.work();
    expect(bench.store.statements()).toEqual([]);
    const paused = await readDestination(bench);
    expect(paused).toMatchObject({ status: 'paused', pausedBecause: reason });
    await resumeDestination(bench.context, paused);
    await workUntilDone(bench);
    await expectExactly(bench, texts);
  });
});

describe('every statement except the one that the store refuses', () => {
  it('arrives if one of 500 is invalid, which becomes a dead letter with its reason', async () => {
    const poison = statementText({ verb: { id: 'no address' } });
    const [before, after] = [many(241), many(258)];
    await bench.addAttempt({ statements: [...before, poison, ...after] });
    await workUntilDone(bench);
    await expectExactly(bench, [...before, ...after], { dead: 1 });
    const { organisationId, id } = await readDestination(bench);
    const [letter] = await bench.context.storage.deliveries.listDead(organisationId, id, { limit: 2 });
    expect(letter).toMatchObject({ bytes: poison, tries: 1 });
    expect(letter?.lastError).toMatch(/^400 .*verb/);
  });

  it('arrives if the store has another statement with the same id, and an equal copy counts as sent', async () => {
    const [same = '', clash = '', ...others] = many(80);
    const { id } = JSON.parse(clash) as { id: string };
    const foreign = statementText({ id, timestamp: '2026-01-01T00:00:00.000Z' });
    const client = bench.context.openStore(await readDestination(bench));
    expect((await client.send([same, foreign])).kind).toBe('sent');
    await bench.addAttempt({ statements: [same, clash, ...others] });
    await workUntilDone(bench);
    await expectExactly(bench, [foreign, same, ...others], { sent: 79, dead: 1 });
    const { organisationId, id: destinationId } = await readDestination(bench);
    const dead = await bench.context.storage.deliveries.listDead(organisationId, destinationId, { limit: 2 });
    expect(dead).toMatchObject([{ statementId: id, bytes: clash }]);
    expect(dead[0]?.lastError).toMatch(/^409/);
  });
});

describe('what an erasure takes for sent', () => {
  /** How many statements it would void, and how many the store has. */
  const countBoth = async (fault: Parameters<typeof bench.store.control.set>[0]): Promise<number[]> => {
    bench.store.control.set(fault);
    const { organisationId, id } = await bench.addAttempt({ statements: many(20) });
    await bench.work();
    const sent = await bench.context.storage.erasures.listSent(organisationId, id, 'operational');
    return [sent.length, bench.store.statements().length];
  };

  it('includes what the store wrote before the connection was cut', async () => {
    expect(await countBoth({ cutNext: 1 })).toEqual([20, 20]);
  });

  it('leaves out what a store that was busy cannot have had', async () => {
    expect(await countBoth({ down: '503' })).toEqual([0, 0]);
    expect(await countBoth({ down: 'no', throttleNext: 5 })).toEqual([0, 0]);
  });
});

describe('two workers at once', () => {
  it('send nothing twice and skip nothing, with a store that fails now and then', async () => {
    const other = await bench.openOther();
    try {
      bench.store.control.set({ randomRate: 0.1, randomSeed: 3 });
      const texts = many(700);
      await bench.addAttempt({ statements: texts });
      for (let turn = 0; turn < 60; turn += 1) {
        await Promise.all([bench.context.worker.runOnce(), other.worker.runOnce()]);
        bench.wait(60_000);
      }
      bench.store.control.reset();
      await workUntilDone(bench);
      await expectExactly(bench, texts);
    } finally {
      await other.close();
    }
  });
});
