import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDestination } from '../../../server/organisations/default-destination.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeAll(async () => {
  bench = await DeliveryBench.start();
});
afterAll(() => bench.close());

/** By endpoint: both are made in one millisecond of the bench's clock, so the list's own order says nothing. */
async function standing(): Promise<Record<string, [status: string, because: string]>> {
  const all = await bench.context.storage.destinations.list({ limit: 10 });
  return Object.fromEntries(
    all.map(({ endpoint, status, pausedBecause }) => [endpoint, [status, pausedBecause]]),
  );
}

describe('the record store in the settings', () => {
  it('is the only one that gets statements, and an earlier one is resumed when named again', async () => {
    const first = bench.store.endpoint.replace(/\/$/, '');
    const second = 'http://127.0.0.1:9/xapi';
    const name = (endpoint: string | null): Promise<void> =>
      ensureDestination(bench.context, endpoint === null ? null : { endpoint, key: 'key', secret: 'secret' });
    await name(second);
    expect(await standing()).toEqual({
      [first]: ['paused', 'destination.not-in-settings'],
      [second]: ['active', ''],
    });
    await name(first);
    expect(await standing()).toEqual({
      [first]: ['active', ''],
      [second]: ['paused', 'destination.not-in-settings'],
    });
    await name(null);
    expect(Object.values(await standing()).map(([status]) => status)).toEqual(['paused', 'paused']);
  });

  it('does not pause a store that an operator added', async () => {
    const { destinations } = bench.context.storage;
    const [own] = await destinations.list({ limit: 1 });
    if (own === undefined) throw new Error('no destination');
    const added = {
      ...own,
      id: 'added',
      endpoint: 'https://lrs.example.org/xapi',
      origin: 'operator',
    } as const;
    await destinations.put(added);
    await ensureDestination(bench.context, null);
    expect(await destinations.find(own.organisationId, 'added')).toEqual(added);
    await destinations.update(own.organisationId, 'added', { status: 'paused' });
    await ensureDestination(bench.context, { endpoint: added.endpoint, key: 'k', secret: 's' });
    expect(await destinations.find(own.organisationId, 'added')).toMatchObject({ status: 'paused' });
  });
});
