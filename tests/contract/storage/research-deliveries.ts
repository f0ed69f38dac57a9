/** What goes to record stores of research: attempts whose person agreed, and that staff did not set aside. */
import { describe, expect, it } from 'vitest';
import type { AttemptProgress } from '../../../server/storage/ports/attempts.ts';
import type { LeasedDelivery } from '../../../server/storage/ports/deliveries.ts';
import type { Subject } from '../storage.contract.ts';
import { createAttempt, sampleAppend, sampleDestination, sampleProgress } from './sample-attempts.ts';
import { org } from './sample-rows.ts';

const research = sampleDestination({ purpose: 'research' });

export function researchDeliveriesContract(current: () => Subject): void {
  const take = async (): Promise<LeasedDelivery[]> => {
    const { deliveries } = current().storage;
    await deliveries.enqueueNew(research, 100);
    const request = { organisationId: org, destinationId: research.id, purpose: research.purpose };
    const bounds = { holder: 'one', now: 10, until: 10, limit: 100, maxBytes: 100_000 };
    return deliveries.lease({ ...request, ...bounds });
  };
  /** As a worker that got no definite answer (`tried`), or sent nothing. */
  const giveBack = async (leased: readonly LeasedDelivery[], tried: boolean): Promise<void> => {
    const back = { state: 'pending', nextAt: 0, lastError: '', tried } as const;
    const results = leased.map((delivery) => ({ ...delivery, ...back }));
    await current().storage.deliveries.settle(org, research.id, 'one', results);
  };
  const lease = async (): Promise<number[]> => {
    const leased = await take();
    await giveBack(leased, false);
    return leased.map(({ logSeq }) => logSeq);
  };
  const listSent = async (): Promise<string[]> => {
    const sent = await current().storage.erasures.listSent(org, 'attempt-1', 'research');
    return sent.map(({ statementId }) => statementId).sort();
  };
  const add = async (
    attempt: Awaited<ReturnType<typeof createAttempt>>,
    head: number,
    change: Partial<AttemptProgress>,
  ): Promise<void> => {
    const progress = sampleProgress(head + 1, { research: 'given', ...change });
    await current().storage.attempts.append(sampleAppend(attempt, head, 1, { progress }));
  };
  const begin = async (change: Partial<AttemptProgress>): ReturnType<typeof createAttempt> => {
    await current().storage.destinations.put(research);
    return createAttempt(current().storage, {}, 2, { progress: sampleProgress(2, change) });
  };
  const aside = (logSeq: number): Partial<AttemptProgress> => ({
    validity: { state: 'invalid', reason: 'trial', at: 5, logSeq },
  });

  describe('deliveries to research', () => {
    it('are created once the person consents, also for earlier statements', async () => {
      const attempt = await begin({ research: 'not-asked' });
      expect(await lease()).toEqual([]);
      await add(attempt, 2, {});
      expect(await lease()).toEqual([1, 2, 3]);
    });

    it('end with consent', async () => {
      const attempt = await begin({ research: 'given' });
      expect(await lease()).toEqual([1, 2]);
      await add(attempt, 2, { research: 'withdrawn' });
      expect(await lease()).toEqual([]);
    });

    it('of an invalid attempt contain only the statement that says so, and return when it is valid again', async () => {
      const attempt = await begin({ research: 'given' });
      expect(await lease()).toEqual([1, 2]);
      await add(attempt, 2, aside(3));
      expect(await lease()).toEqual([3]);
      await add(attempt, 3, aside(3));
      expect(await lease()).toEqual([3]);
      await add(attempt, 4, {});
      expect(await lease()).toEqual([1, 2, 3, 4, 5]);
    });

    it('that a store may have are not sent after consent ends, and count as sent', async () => {
      const attempt = await begin({ research: 'given' });
      const [first, ...others] = await take();
      await giveBack(first === undefined ? [] : [first], true);
      await giveBack(others, false);
      await add(attempt, 2, { research: 'not-asked' });
      expect(await lease()).toEqual([]);
      expect(await listSent()).toEqual(['attempt-1/1/0']);
      const { pending, sent } = await current().storage.deliveries.summary(org, research.id);
      expect({ pending, sent }).toEqual({ pending: 0, sent: 1 });
    });

    it('of a worker that stopped count as sent after consent ends', async () => {
      const attempt = await begin({ research: 'given' });
      await take();
      await add(attempt, 2, { research: 'not-asked' });
      expect(await lease()).toEqual([]);
      expect(await listSent()).toEqual(['attempt-1/1/0', 'attempt-1/2/0']);
    });

    it('that a store may have are sent to the end, also if the attempt becomes invalid', async () => {
      const attempt = await begin({ research: 'given' });
      await giveBack(await take(), true);
      await add(attempt, 2, aside(3));
      expect(await lease()).toEqual([1, 2, 3]);
    });

    it('of an invalid attempt do not exist without consent', async () => {
      const attempt = await begin({ research: 'refused' });
      await add(attempt, 2, { ...aside(3), research: 'refused' });
      expect(await lease()).toEqual([]);
    });
  });
}
