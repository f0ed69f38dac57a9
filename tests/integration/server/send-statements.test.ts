import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliverySummary } from '../../../server/storage/ports/deliveries.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

async function destination(): Promise<Destination> {
  const [first] = await bench.context.storage.destinations.list({ limit: 1 });
  if (first === undefined) throw new Error('no destination');
  return first;
}

async function summary(): Promise<DeliverySummary> {
  const { organisationId, id } = await destination();
  return bench.context.storage.deliveries.summary(organisationId, id);
}

const many = (count: number): string[] => Array.from({ length: count }, () => statementText());

describe('statements being sent', () => {
  it('arrive in batches, byte for byte, and once', async () => {
    const texts = many(120);
    await bench.addAttempt({ statements: texts });
    await bench.work();
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 120, dead: 0 });
    expect(bench.store.statements().map(({ id }) => id)).toEqual(
      texts.map((text) => (JSON.parse(text) as { id: string }).id),
    );
  });

  it('skip one that the store refuses, with the reason, and the others arrive', async () => {
    const poison = statementText({ verb: { id: 'not an address' } });
    await bench.addAttempt({ statements: [...many(30), poison, ...many(30)] });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 60, dead: 1 });
  });

  it('count as sent if the store has the same statement already, and not if it has another', async () => {
    const same = statementText();
    const other = statementText();
    const { id } = JSON.parse(other) as { id: string };
    const send = async (text: string): Promise<void> => {
      await fetch(`${bench.store.endpoint}statements`, {
        method: 'POST',
        body: text,
        headers: {
          'content-type': 'application/json',
          'x-experience-api-version': '1.0.3',
          authorization: `Basic ${btoa('key:secret')}`,
        },
      });
    };
    await send(same);
    await send(statementText({ id, timestamp: '2026-01-01T00:00:00.000Z' }));
    await bench.addAttempt({ statements: [same, other] });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 1, dead: 1 });
  });

  it('wait as long as the store asks', async () => {
    bench.store.control.set({ throttleNext: 1, retryAfterSeconds: 120 });
    await bench.addAttempt({ statements: many(3) });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 3, sent: 0 });
    bench.wait(119_000);
    await bench.work();
    expect((await summary()).sent).toBe(0);
    bench.wait(2_000);
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 3 });
  });

  it.each([
    ['answers with a redirect', { redirectNext: 1 }, 'store.redirects'],
    ['answers with a page for people', { htmlNext: 1 }, 'store.no-record-store'],
    ['takes no such key', { failNext: 1, failStatus: 401 }, 'store.key-refused'],
  ])('pause with a reason if the address %s, and none is lost', async (_what, fault, reason) => {
    bench.store.control.set(fault);
    await bench.addAttempt({ statements: many(3) });
    await bench.work();
    expect(await destination()).toMatchObject({ status: 'paused', pausedBecause: reason });
    const { organisationId, id } = await destination();
    await bench.context.storage.destinations.update(organisationId, id, {
      status: 'active',
      pausedBecause: '',
    });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 3, dead: 0 });
  });

  it('skip only those with a verb that the store forbids, and pause if it forbids everything', async () => {
    const verb = 'http://adlnet.gov/expapi/verbs/scored';
    bench.store.control.set({ refuseVerbs: [verb] });
    await bench.addAttempt({ statements: [...many(4), statementText({ verb: { id: verb } })] });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 4, dead: 1 });
    await bench.addAttempt({ statements: [statementText({ verb: { id: verb } })] });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 1, sent: 4, dead: 1 });
    expect((await destination()).pausedBecause).toBe('store.key-forbidden');
  });

  it('reach one destination although the credentials of another cannot be decrypted', async () => {
    const sound = await destination();
    const broken = { ...sound, id: 'broken', sealedCredentials: 'v1.other-key.AAAA', createdAt: 0 };
    await bench.context.storage.destinations.put(broken);
    await bench.addAttempt({ statements: many(3) });
    await bench.work();
    const { organisationId, id } = sound;
    expect(await bench.context.storage.deliveries.summary(organisationId, id)).toMatchObject({ sent: 3 });
    expect(await bench.context.storage.destinations.find(organisationId, 'broken')).toMatchObject({
      status: 'paused',
      pausedBecause: 'secret.unreadable',
    });
  });

  it('pause if a store refuses everything, and none becomes a dead letter', async () => {
    bench.store.control.set({ failNext: 1_000, failStatus: 400 });
    await bench.addAttempt({ statements: many(12) });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 12, sent: 0, dead: 0 });
    expect(await destination()).toMatchObject({
      status: 'paused',
      pausedBecause: 'store.refuses-everything',
    });
  });

  it('come in smaller batches to a store that accepts no large ones, and later in larger ones again', async () => {
    await bench.restartStore({ maxBodyBytes: 6_000 });
    await bench.addAttempt({ statements: many(120) });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 120, dead: 0 });
    const { batchCount, batchBytes } = await destination();
    expect(batchCount).toBeLessThan(50);
    expect(batchBytes).toBeLessThan(6_000);
  });

  it('come in fewer parallel batches after a store asked to slow down, and more when all goes well', async () => {
    await bench.addAttempt({ statements: many(1_100) });
    await bench.work();
    expect(await destination()).toMatchObject({ lanes: 2, batchCount: 50 });
    bench.store.control.set({ throttleNext: 1, retryAfterSeconds: 5 });
    await bench.addAttempt({ statements: many(1) });
    await bench.work();
    expect(await destination()).toMatchObject({ lanes: 1, notBefore: bench.now + 5_000 });
  });

  it('come in one small batch after a failure', async () => {
    bench.store.control.set({ failNext: 1 });
    await bench.addAttempt({ statements: many(60) });
    await bench.work();
    bench.wait(3_600_000);
    await bench.context.worker.runOnce();
    expect(await summary()).toMatchObject({ pending: 50, sent: 10 });
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 60 });
  });

  it('back off while the store is down, and arrive when it is back', async () => {
    bench.store.control.set({ down: 'refuse' });
    await bench.addAttempt({ statements: many(3) });
    await bench.work();
    const { notBefore, failures } = await destination();
    expect(failures).toBe(1);
    expect(notBefore).toBeGreaterThan(bench.now);
    bench.store.control.set({ down: 'no' });
    bench.wait(3_600_000);
    await bench.work();
    expect(await summary()).toMatchObject({ pending: 0, sent: 3 });
    expect((await destination()).failures).toBe(0);
  });
});
