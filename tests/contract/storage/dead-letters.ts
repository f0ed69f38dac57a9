/** Deliveries that were given up, and deliveries that only consent lets go. */
import { describe, expect, it } from 'vitest';
import type { AttemptProgress, StatementRef } from '../../../server/storage/ports/attempts.ts';
import type { LeasedDelivery } from '../../../server/storage/ports/deliveries.ts';
import type { Storage } from '../../../server/storage/ports/storage.ts';
import type { Subject } from '../storage.contract.ts';
import {
  createAttempt,
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleProgress,
  sampleStatement,
} from './sample-attempts.ts';
import { org } from './sample-rows.ts';

const lease = (storage: Storage, purpose: 'operational' | 'research'): Promise<LeasedDelivery[]> =>
  storage.deliveries.lease({
    organisationId: org,
    destinationId: 'destination-1',
    purpose,
    holder: 'worker-1',
    now: 10_000,
    until: 20_000,
    limit: 100,
    maxBytes: 1_000_000,
  });

/** Four statements, the second and third of which the store refuses. */
async function bury(
  storage: Storage,
): Promise<readonly [StatementRef, StatementRef, StatementRef, StatementRef]> {
  const attempt = await createAttempt(storage, {}, 4);
  await storage.deliveries.enqueueNew(sampleDestination(), 10);
  await lease(storage, 'operational');
  const named = (logSeq: number): StatementRef => refOf(sampleStatement(attempt, logSeq));
  const refs = [named(1), named(2), named(3), named(4)] as const;
  await storage.deliveries.settle(
    org,
    'destination-1',
    'worker-1',
    refs.map((ref, index) => ({
      ...ref,
      nextAt: 0,
      tried: true,
      ...(index === 1 || index === 2
        ? { state: 'dead', lastError: '400 verb' }
        : { state: 'sent', lastError: '' }),
    })),
  );
  return refs;
}

export function deadLettersContract(current: () => Subject): void {
  describe('dead letters', () => {
    it('are listed in pages with their bytes and the store’s error', async () => {
      const { storage } = current();
      const [, second, third] = await bury(storage);
      const list = (page: { limit: number; after?: StatementRef }) =>
        storage.deliveries.listDead(org, 'destination-1', page);
      const [first] = await list({ limit: 1 });
      const { bytes } = sampleStatement(sampleAttempt(), 2);
      const told = { bytes, tries: 1 };
      expect(first).toEqual({ ...second, ...told, lastError: '400 verb', createdAt: 1_002 });
      const rest = await list({ limit: 9, after: second });
      expect(rest.map(({ statementId }) => statementId)).toEqual([third.statementId]);
      expect(await storage.deliveries.listDead('organisation-b', 'destination-1', { limit: 9 })).toEqual([]);
    });

    it('are resent, or discarded and never created again', async () => {
      const { storage } = current();
      const [sent, second, third] = await bury(storage);
      const { deliveries } = storage;
      const unknown = { ...third, statementId: 'unknown' };
      expect(await deliveries.replay('organisation-b', 'destination-1', [second])).toBe(0);
      expect(await deliveries.replay(org, 'destination-1', [sent, second, unknown])).toBe(1);
      expect(await lease(storage, 'operational')).toMatchObject([second]);
      expect(await deliveries.discard('organisation-b', 'destination-1', [third])).toBe(0);
      expect(await deliveries.discard(org, 'destination-1', [sent, second, third])).toBe(1);
      expect(await deliveries.enqueueNew(sampleDestination({ tier: 1 }), 10)).toBe(0);
      expect(await deliveries.enqueueNew(sampleDestination({ tier: 3 }), 10)).toBe(0);
      expect(await deliveries.summary(org, 'destination-1')).toMatchObject({
        pending: 1,
        sent: 2,
        dead: 0,
        discarded: 1,
      });
    });
  });

  describe('deliveries for research', () => {
    const research = sampleDestination({ purpose: 'research' });
    const step = async (head: number, consent: AttemptProgress['research']): Promise<void> => {
      const progress = sampleProgress(head + 1, { research: consent });
      await current().storage.attempts.append(sampleAppend(sampleAttempt(), head, 1, { progress }));
    };

    it('are created only with consent, and then for the whole attempt', async () => {
      const { storage } = current();
      await storage.destinations.put(research);
      await createAttempt(storage, {}, 1);
      await createAttempt(storage, { id: 'attempt-2', number: 2 }, 1);
      await step(1, 'refused');
      expect(await storage.deliveries.countUnqueued(research)).toBe(0);
      expect(await storage.deliveries.enqueueNew(research, 10)).toBe(0);
      await step(2, 'given');
      await step(3, 'given');
      expect(await storage.deliveries.countUnqueued(research)).toBe(4);
      expect(await storage.deliveries.enqueueNew(research, 10)).toBe(4);
      expect(await storage.deliveries.enqueueNew(research, 10)).toBe(0);
      const leased = await lease(storage, 'research');
      expect(leased.map(({ attemptId, logSeq }) => [attemptId, logSeq])).toEqual(
        [1, 2, 3, 4].map((logSeq) => ['attempt-1', logSeq]),
      );
    });

    it('are deleted once consent is withdrawn, and none is leased', async () => {
      const { storage } = current();
      await storage.destinations.put(research);
      await createAttempt(storage, {}, 1);
      await step(1, 'given');
      expect(await storage.deliveries.enqueueNew(research, 10)).toBe(2);
      await step(2, 'withdrawn');
      expect(await lease(storage, 'research')).toEqual([]);
      expect(await storage.deliveries.summary(org, 'destination-1')).toMatchObject({ pending: 0, sent: 0 });
    });
  });
}
