/** Sealed answers about research, and the gate of each attempt that the worker reads. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { createAttempt, sampleAppend, sampleDestination, sampleProgress } from './sample-attempts.ts';
import { org, sampleConsent } from './sample-rows.ts';

const research = sampleDestination({ purpose: 'research' });

export function consentsContract(current: () => Subject): void {
  const lease = async (): Promise<number[]> => {
    const { deliveries } = current().storage;
    await deliveries.enqueueNew(research, 100);
    const request = { organisationId: org, destinationId: research.id, purpose: research.purpose };
    const bounds = { holder: 'one', now: 10, until: 10, limit: 100, maxBytes: 100_000 };
    return (await deliveries.lease({ ...request, ...bounds })).map(({ logSeq }) => logSeq);
  };

  describe('consents', () => {
    it('belong to one person of one study', async () => {
      const { consents } = current().storage;
      expect(await consents.put(sampleConsent())).toBe(true);
      expect(await consents.find(org, 'study-1', 'person-1')).toEqual(sampleConsent());
      expect(await consents.find(org, 'study-2', 'person-1')).toBeUndefined();
      expect(await consents.find(org, 'study-1', 'person-2')).toBeUndefined();
    });

    it('are listed by study, in the order of persons, in pages', async () => {
      const { consents } = current().storage;
      for (const [personId, studyId] of [
        ['c', 'study-1'],
        ['a', 'study-1'],
        ['b', 'study-1'],
        ['a', 'study-2'],
      ] as const) {
        await consents.put(sampleConsent({ id: `${studyId}/${personId}`, studyId, personId }));
      }
      const list = async (page: { limit: number; after?: string }): Promise<string[]> =>
        (await consents.listByStudy(org, 'study-1', page)).map(({ personId }) => personId);
      expect(await list({ limit: 9 })).toEqual(['a', 'b', 'c']);
      expect(await list({ limit: 1, after: 'a' })).toEqual(['b']);
      expect(await consents.listByStudy('another', 'study-1', { limit: 9 })).toEqual([]);
    });

    it('can be removed, of one person in one study', async () => {
      const { consents } = current().storage;
      const other = sampleConsent({ id: 'study-2/person-1', studyId: 'study-2' });
      for (const consent of [sampleConsent(), other]) await consents.put(consent);
      expect(await consents.remove('another', 'study-1/person-1')).toBe(false);
      expect(await consents.remove(org, 'study-1/person-1')).toBe(true);
      expect(await consents.remove(org, 'study-1/person-1')).toBe(false);
      expect(await consents.find(org, 'study-1', 'person-1')).toBeUndefined();
      expect(await consents.find(org, 'study-2', 'person-1')).toEqual(other);
    });

    it('are changed by only one of two who read the same revision', async () => {
      const { storage, other } = current();
      const first = [storage, other].map(({ consents }) => consents.put(sampleConsent()));
      expect((await Promise.all(first)).sort()).toEqual([false, true]);
      const next = sampleConsent({ revision: 2, sealed: 'v1.other' });
      const second = [storage, other].map(({ consents }) => consents.put(next));
      expect((await Promise.all(second)).sort()).toEqual([false, true]);
      expect(await storage.consents.find(org, 'study-1', 'person-1')).toEqual(next);
    });
  });

  describe('the gate to research', () => {
    it('opens without a log entry, also for earlier statements, and closes again', async () => {
      const { storage } = current();
      await storage.destinations.put(research);
      const { id } = await createAttempt(storage, {}, 2);
      expect(await lease()).toEqual([]);
      const before = await storage.attempts.find(org, id);
      for (const time of [1, 2])
        expect([time, await storage.attempts.setResearch(org, id, 'given')]).toEqual([time, true]);
      expect(await lease()).toEqual([1, 2]);
      expect(await storage.attempts.setResearch(org, id, 'withdrawn')).toBe(true);
      expect(await lease()).toEqual([]);
      const after = await storage.attempts.find(org, id);
      expect(after?.progress).toEqual({ ...before?.progress, research: 'withdrawn' });
      expect(await storage.attempts.setResearch(org, 'nobody', 'given')).toBe(false);
    });

    it('loses no change of mind to an append that was prepared before it', async () => {
      const { storage, other } = current();
      await storage.destinations.put(research);
      const attempt = await createAttempt(storage, {}, 2);
      await other.attempts.setResearch(org, attempt.id, 'given');
      const stale = sampleAppend(attempt, 2, 1, { progress: sampleProgress(3) });
      expect(await storage.attempts.append({ ...stale, expectedResearch: 'not-asked' })).toBe(false);
      const progress = sampleProgress(3, { research: 'given' });
      expect(await storage.attempts.append({ ...stale, progress, expectedResearch: 'given' })).toBe(true);
      expect(await lease()).toEqual([1, 2, 3]);
    });

    it('lists the attempts of a person in a study, oldest first', async () => {
      const { storage } = current();
      await createAttempt(storage, { id: 'b', number: 2, createdAt: 20 });
      await createAttempt(storage, { id: 'a', createdAt: 10 });
      await createAttempt(storage, { id: 'c', number: 3, studyId: 'study-2' });
      await createAttempt(storage, { id: 'd', personId: 'person-2' });
      await createAttempt(storage, { id: 'e', practice: true });
      const found = await storage.attempts.listOfPerson(org, 'study-1', 'person-1', 10);
      expect(found.map(({ attempt }) => attempt.id)).toEqual(['a', 'b']);
    });
  });
}
