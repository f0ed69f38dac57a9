import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleDeadLetters } from '../../../server/organisations/manage-destinations.ts';
import type { Destination } from '../../../server/storage/ports/destinations.ts';
import { DeliveryBench, statementText } from '../../support/delivery-bench.ts';

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.start();
});
afterEach(() => bench.close());

const forbidden = 'http://adlnet.gov/expapi/verbs/scored';

async function destination(): Promise<Destination> {
  const [first] = await bench.context.storage.destinations.list({ limit: 1 });
  if (first === undefined) throw new Error('no destination');
  return first;
}

describe('dead letters', () => {
  it('have the store’s reason, arrive when resent, and are noted in the audit record', async () => {
    bench.store.control.set({ refuseVerbs: [forbidden] });
    const refused = statementText({ verb: { id: forbidden } });
    await bench.addAttempt({ statements: [statementText(), refused] });
    await bench.work();
    const { deliveries, audit } = bench.context.storage;
    const { organisationId, id } = await destination();
    const dead = await deliveries.listDead(organisationId, id, { limit: 9 });
    expect(dead).toMatchObject([{ bytes: refused, tries: 1 }]);
    expect(dead[0]?.lastError).toContain(`403 The verb ${forbidden}`);
    bench.store.control.reset();
    const request = { action: 'replayed', note: 'the store takes scores now' } as const;
    expect(await settleDeadLetters(bench.context, await destination(), dead, request)).toBe(1);
    expect(await settleDeadLetters(bench.context, await destination(), dead, request)).toBe(0);
    await bench.work();
    expect(bench.store.statements()).toHaveLength(2);
    // In one instant of the bench's clock: their order says nothing.
    const written = await audit.list(organisationId, { limit: 9 });
    expect(written.filter(({ action }) => action !== 'platform.added')).toMatchObject([
      {
        action: 'dead-letter.replayed',
        subject: `statement:${dead[0]?.statementId ?? ''}`,
        details: { destination: id, note: request.note },
      },
    ]);
  });

  it('that are discarded are not sent again, and the statement remains', async () => {
    bench.store.control.set({ refuseVerbs: [forbidden] });
    const refused = statementText({ verb: { id: forbidden } });
    const attempt = await bench.addAttempt({ statements: [statementText(), refused] });
    await bench.work();
    bench.store.control.reset();
    const { deliveries, attempts } = bench.context.storage;
    const { organisationId, id } = await destination();
    const dead = await deliveries.listDead(organisationId, id, { limit: 9 });
    const request = { action: 'discarded', note: 'not wanted there' } as const;
    expect(await settleDeadLetters(bench.context, await destination(), dead, request)).toBe(1);
    await bench.work();
    expect(bench.store.statements()).toHaveLength(1);
    expect(await deliveries.summary(organisationId, id)).toMatchObject({ dead: 0, discarded: 1, pending: 0 });
    const kept = await attempts.listStatements(organisationId, attempt.id, { fromSeq: 1, limit: 9 });
    expect(kept.map(({ bytes }) => bytes)).toContain(refused);
  });
});
