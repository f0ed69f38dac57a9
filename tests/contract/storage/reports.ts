/** What reports rest on: requests for a person's look, and the resources of an organisation. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../storage.contract.ts';
import { createAttempt } from './sample-attempts.ts';
import { sampleResourceList, sampleReviewRequest } from './sample-reports.ts';
import { org } from './sample-rows.ts';

const reply = { sealedAnswer: 'sealed answer', answeredAt: 9 };

export function reportsContract(current: () => Subject): void {
  describe('requests for a review', () => {
    it('returns a request as inserted, with and without text', async () => {
      const { storage } = current();
      await createAttempt(storage);
      await createAttempt(storage, { id: 'attempt-2', number: 2 });
      const silent = sampleReviewRequest({ id: 'request-2', attemptId: 'attempt-2', sealedText: null });
      expect(await storage.reviewRequests.ask(sampleReviewRequest())).toEqual(sampleReviewRequest());
      expect(await storage.reviewRequests.ask(silent)).toEqual(silent);
      expect(await storage.reviewRequests.find(org, 'request-1')).toEqual(sampleReviewRequest());
      expect(await storage.reviewRequests.findOpen(org, 'attempt-2')).toEqual(silent);
      expect(await storage.reviewRequests.find(org, 'request-3')).toBeUndefined();
    });

    it('stores one open request per attempt when several callers ask at once', async () => {
      const { storage, other } = current();
      await createAttempt(storage);
      const asked = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? storage : other).reviewRequests.ask(
            sampleReviewRequest({ id: `request-${index}`, sealedText: `text ${index}` }),
          ),
        ),
      );
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      expect(await storage.reviewRequests.listByAttempt(org, 'attempt-1', { limit: 9 })).toEqual([asked[0]]);
    });

    it('accepts one reply, and then another request', async () => {
      const { storage, other } = current();
      const { reviewRequests } = storage;
      await createAttempt(storage);
      await reviewRequests.ask(sampleReviewRequest());
      const taken = await Promise.all([
        reviewRequests.answer(org, 'request-1', reply),
        other.reviewRequests.answer(org, 'request-1', { ...reply, sealedAnswer: 'second' }),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await reviewRequests.findOpen(org, 'attempt-1')).toBeUndefined();
      expect(await reviewRequests.find(org, 'request-1')).toMatchObject({ answeredAt: 9 });
      expect(await reviewRequests.answer(org, 'request-9', reply)).toBe(false);
      const again = sampleReviewRequest({ id: 'request-2', askedAt: 10 });
      expect(await reviewRequests.ask(again)).toEqual(again);
      const newestFirst = await reviewRequests.listByAttempt(org, 'attempt-1', { limit: 9 });
      expect(newestFirst.map(({ id }) => id)).toEqual(['request-2', 'request-1']);
      expect(await reviewRequests.listByAttempt(org, 'attempt-1', { limit: 1 })).toEqual([again]);
    });

    it('adds a text once to an open request without one', async () => {
      const { storage, other } = current();
      await createAttempt(storage);
      const silent = sampleReviewRequest({ sealedText: null });
      await storage.reviewRequests.ask(silent);
      expect(await storage.reviewRequests.addText(org, 'request-9', 'sealed')).toBeUndefined();
      const added = await Promise.all([
        storage.reviewRequests.addText(org, 'request-1', 'one'),
        other.reviewRequests.addText(org, 'request-1', 'two'),
      ]);
      const taken = added.filter((request) => request !== undefined);
      expect(taken).toEqual([{ ...silent, sealedText: expect.stringMatching(/^one|two$/) as string }]);
      expect(await storage.reviewRequests.find(org, 'request-1')).toEqual(taken[0]);
    });

    it('adds no text to a request that was answered', async () => {
      const { storage } = current();
      await createAttempt(storage);
      await storage.reviewRequests.ask(sampleReviewRequest({ sealedText: null }));
      await storage.reviewRequests.answer(org, 'request-1', reply);
      expect(await storage.reviewRequests.addText(org, 'request-1', 'late')).toBeUndefined();
      expect(await storage.reviewRequests.find(org, 'request-1')).toMatchObject({ sealedText: null });
    });

    it('lists the open requests of an activity by age, in pages', async () => {
      const { storage } = current();
      const { reviewRequests } = storage;
      for (const [number, askedAt] of [3, 2, 2, 1].entries()) {
        const attemptId = `attempt-${number}`;
        await createAttempt(storage, { id: attemptId, personId: `person-${number}` });
        await reviewRequests.ask(sampleReviewRequest({ id: `request-${number}`, attemptId, askedAt }));
      }
      await reviewRequests.answer(org, 'request-3', reply);
      const first = await reviewRequests.listOpenByResourceLink(org, 'link-1', { limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(['request-1', 'request-2']);
      const rest = await reviewRequests.listOpenByResourceLink(org, 'link-1', {
        limit: 2,
        after: 'request-2',
      });
      expect(rest.map(({ id }) => id)).toEqual(['request-0']);
      expect(await reviewRequests.listOpenByResourceLink(org, 'link-2', { limit: 2 })).toEqual([]);
    });
  });

  describe('resources of an organisation', () => {
    it('returns the list loaded last, complete and in its order', async () => {
      const { resources } = current().storage;
      expect(await resources.find(org)).toBeUndefined();
      await resources.replace(sampleResourceList());
      expect(await resources.find(org)).toEqual(sampleResourceList());
      const [first] = sampleResourceList().resources;
      const next = sampleResourceList({ resources: first === undefined ? [] : [first], loadedAt: 2 });
      await resources.replace(next);
      expect(await resources.find(org)).toEqual(next);
    });

    it('stores one complete list when several are loaded at once', async () => {
      const { storage, other } = current();
      const lists = Array.from({ length: 6 }, (_, index) => sampleResourceList({ loadedAt: index }));
      await Promise.all(lists.map((list, index) => (index % 2 ? storage : other).resources.replace(list)));
      expect(lists).toContainEqual(await storage.resources.find(org));
    });

    it('returns no list after it is removed', async () => {
      const { resources } = current().storage;
      await resources.replace(sampleResourceList());
      expect(await resources.remove('organisation-b')).toBe(false);
      expect(await resources.remove(org)).toBe(true);
      expect(await resources.find(org)).toBeUndefined();
      expect(await resources.remove(org)).toBe(false);
    });
  });
}
