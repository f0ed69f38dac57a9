/** Destinations and the deliveries to them: enqueued once, leased in order, settled by their holder alone. */
import { describe, expect, it } from 'vitest';
import type { StatementRef } from '../../../server/storage/ports/attempts.ts';
import type {
  DeliveriesPort,
  DeliveryResult,
  LeasedDelivery,
} from '../../../server/storage/ports/deliveries.ts';
import type { Subject } from '../storage.contract.ts';
import {
  asNew,
  createAttempt,
  refOf,
  sampleAppend,
  sampleAttempt,
  sampleDestination,
  sampleStatement,
} from './sample-attempts.ts';
import { org } from './sample-rows.ts';

type LeaseRequest = Parameters<DeliveriesPort['lease']>[0];

function leaseRequest(change: Partial<LeaseRequest> = {}): LeaseRequest {
  return {
    organisationId: org,
    destinationId: 'destination-1',
    purpose: 'operational',
    holder: 'worker-1',
    now: 10_000,
    until: 20_000,
    limit: 100,
    maxBytes: 1_000_000,
    ...change,
  };
}

function result(ref: StatementRef, change: Partial<DeliveryResult> = {}): DeliveryResult {
  return { ...ref, state: 'sent', nextAt: 0, lastError: '', tried: true, ...change };
}

const seqs = (leased: readonly LeasedDelivery[]): number[] => leased.map(({ logSeq }) => logSeq);

export function deliveriesContract(current: () => Subject): void {
  describe('destinations', () => {
    it('are inserted, replaced, changed by field and listed by age', async () => {
      const { destinations } = current().storage;
      await destinations.put(sampleDestination({ tier: 1 }));
      await destinations.put(sampleDestination());
      await destinations.put(sampleDestination({ id: 'destination-0', createdAt: 2 }));
      await destinations.update(org, 'destination-1', { status: 'paused', pausedBecause: 'lrs.refused' });
      await destinations.update(org, 'destination-1', { failures: 2, notBefore: 99 });
      await destinations.update(org, 'destination-1', { pausedBecause: '', failures: 0 });
      const changed = sampleDestination({ status: 'paused', notBefore: 99 });
      expect(await destinations.find(org, 'destination-1')).toEqual(changed);
      expect((await destinations.list({ limit: 9 })).map(({ id }) => id)).toEqual([
        'destination-1',
        'destination-0',
      ]);
      expect(await destinations.list({ limit: 9, after: 'destination-0' })).toEqual([]);
    });
  });

  describe('deliveries', () => {
    it('counts what is pending of one attempt at one destination', async () => {
      const { storage } = current();
      await createAttempt(storage, {}, 3);
      await createAttempt(storage, { id: 'attempt-2', number: 2 }, 2);
      const destination = sampleDestination();
      const count = (attemptId: string, destinationId = destination.id, organisationId = org) =>
        storage.deliveries.countPending(organisationId, destinationId, attemptId);
      expect(await count('attempt-1')).toBe(0);
      await storage.deliveries.enqueueNew(destination, 9);
      expect([await count('attempt-1'), await count('attempt-2')]).toEqual([3, 2]);
      const others = [
        count('attempt-3'),
        count('attempt-1', 'other'),
        count('attempt-1', destination.id, 'other'),
      ];
      expect(await Promise.all(others)).toEqual([0, 0, 0]);
      const [first] = await storage.deliveries.lease(leaseRequest({ limit: 1 }));
      if (first === undefined) throw new Error('nothing leased');
      await storage.deliveries.settle(org, destination.id, 'worker-1', [result(first)]);
      expect((await count('attempt-1')) + (await count('attempt-2'))).toBe(4);
      expect(await count(first.attemptId)).toBe(first.attemptId === 'attempt-1' ? 2 : 1);
    });

    it('creates one delivery per statement and destination, however often and by whom it is called', async () => {
      const { storage, other } = current();
      const attempt = await createAttempt(storage, {}, 7);
      const destination = sampleDestination();
      expect(await storage.deliveries.countUnqueued(destination)).toBe(7);
      expect((await storage.deliveries.findUnqueued(destination, 100)).count).toBe(7);
      expect((await storage.deliveries.findUnqueued(destination, 5)).count).toBe(5);
      expect(await storage.deliveries.enqueueNew(destination, 5)).toBe(5);
      expect(await storage.deliveries.countUnqueued(destination)).toBe(2);
      const made = await Promise.all([
        storage.deliveries.enqueueNew(destination, 5),
        other.deliveries.enqueueNew(destination, 5),
      ]);
      expect(made.toSorted()).toEqual([0, 2]);
      await storage.attempts.append(sampleAppend(attempt, 7, 1));
      expect(await other.deliveries.countUnqueued(destination)).toBe(1);
      expect(await other.deliveries.enqueueNew(destination, 5)).toBe(1);
      expect(await other.deliveries.countUnqueued(destination)).toBe(0);
      expect(await other.deliveries.findUnqueued(destination, 100)).toEqual({ count: 0, oldestAt: null });
      expect(await storage.deliveries.glance(org, destination.id, 3)).toEqual({
        pending: 3,
        sentTotal: 0,
        dead: 0,
        oldestPendingAt: 1_001,
      });
      expect(await storage.deliveries.summary(org, destination.id)).toEqual({
        pending: 8,
        sent: 0,
        dead: 0,
        discarded: 0,
        oldestPendingAt: 1_001,
      });
    });

    it('starts from the first statement when a destination is added later or gets a wider tier', async () => {
      const { storage } = current();
      const statements = ([1, 2, 3] as const).map((tier) =>
        asNew(sampleStatement(sampleAttempt(), 1, { tier, part: tier })),
      );
      await createAttempt(storage, {}, 1, { statements });
      await createAttempt(storage, { id: 'elsewhere', number: 2, studyId: 'study-2' });
      const { deliveries } = storage;
      expect(await deliveries.enqueueNew(sampleDestination({ tier: 1 }), 9)).toBe(1);
      expect(await deliveries.enqueueNew(sampleDestination({ id: 'second', tier: 2 }), 9)).toBe(2);
      expect(await deliveries.countUnqueued(sampleDestination({ tier: 3 }))).toBe(2);
      expect(await deliveries.enqueueNew(sampleDestination({ tier: 3 }), 9)).toBe(2);
      expect(await deliveries.enqueueNew(sampleDestination({ tier: 3 }), 9)).toBe(0);
    });

    it('leases in log order within an attempt, with the stored bytes', async () => {
      const { storage } = current();
      const a = await createAttempt(storage, {}, 2);
      const b = await createAttempt(storage, { id: 'attempt-2', number: 2 }, 2);
      await storage.attempts.append(sampleAppend(a, 2, 2));
      await storage.attempts.append(sampleAppend(b, 2, 2));
      await storage.deliveries.enqueueNew(sampleDestination(), 100);
      const leased = await storage.deliveries.lease(leaseRequest());
      expect(leased).toHaveLength(8);
      for (const { id } of [a, b]) {
        expect(seqs(leased.filter(({ attemptId }) => attemptId === id))).toEqual([1, 2, 3, 4]);
      }
      const { id, bytes } = sampleStatement(a, 1);
      const first = { statementId: id, attemptId: a.id, logSeq: 1, bytes, tries: 0 };
      expect(leased).toContainEqual(first);
    });

    it('leases up to the limit of UTF-8 bytes, but at least one', async () => {
      const { storage } = current();
      const bytes = '"é"';
      const statements = [1, 2, 3].map((logSeq) => sampleStatement(sampleAttempt(), logSeq, { bytes }));
      await createAttempt(storage, {}, 3, { statements: statements.map(asNew) });
      await storage.deliveries.enqueueNew(sampleDestination(), 100);
      const lease = (maxBytes: number, now: number): Promise<LeasedDelivery[]> =>
        storage.deliveries.lease(leaseRequest({ maxBytes, now, until: now + 1 }));
      expect(seqs(await lease(11, 1))).toEqual([1, 2]);
      expect(seqs(await lease(8, 2))).toEqual([1, 2]);
      expect(seqs(await lease(7, 3))).toEqual([1]);
      expect(seqs(await lease(1, 4))).toEqual([1]);
      expect(seqs(await storage.deliveries.lease(leaseRequest({ now: 5, limit: 2 })))).toEqual([1, 2]);
    });

    it('lists the deliveries of an attempt, and resends sent ones', async () => {
      const { deliveries } = current().storage;
      const attempt = await createAttempt(current().storage, {}, 3);
      await createAttempt(current().storage, { id: 'attempt-2', number: 2 }, 2);
      await deliveries.enqueueNew(sampleDestination(), 10);
      await deliveries.lease(leaseRequest());
      const named = (logSeq: number): StatementRef => refOf(sampleStatement(attempt, logSeq));
      const [first, second, third] = [named(1), named(2), named(3)];
      const unknown = { ...first, statementId: 'unknown' };
      const ends = [result(first), result(second, { state: 'dead' })];
      await deliveries.settle(org, 'destination-1', 'worker-1', ends);
      const list = async (page: { fromSeq: number; fromPart?: number; limit: number }): Promise<unknown> =>
        (await deliveries.listByAttempt(org, 'destination-1', attempt.id, page)).map(
          ({ logSeq, state }) => `${logSeq} ${state}`,
        );
      expect(await list({ fromSeq: 1, limit: 2 })).toEqual(['1 sent', '2 dead']);
      expect(await deliveries.summary(org, 'destination-1')).toMatchObject({ sent: 1, dead: 1 });
      expect(await deliveries.glance(org, 'destination-1', 9)).toMatchObject({ sentTotal: 1, dead: 1 });
      expect(await list({ fromSeq: 2, fromPart: 1, limit: 9 })).toEqual(['3 pending']);
      expect(
        await deliveries.listByAttempt('other', 'destination-1', attempt.id, { fromSeq: 1, limit: 9 }),
      ).toEqual([]);
      expect(await deliveries.resend('other', 'destination-1', [first])).toBe(0);
      expect(await deliveries.resend(org, 'destination-1', [first, second, third, unknown])).toBe(1);
      expect(await list({ fromSeq: 1, limit: 1 })).toEqual(['1 pending']);
      expect(await deliveries.summary(org, 'destination-1')).toMatchObject({ sent: 0, dead: 1 });
      expect(await deliveries.glance(org, 'destination-1', 9)).toMatchObject({ sentTotal: 0, dead: 1 });
    });

    it('leases a delivery to only one of two workers', async () => {
      const { storage, other } = current();
      await createAttempt(storage, {}, 30);
      await storage.deliveries.enqueueNew(sampleDestination(), 100);
      const leased = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          (index % 2 ? storage : other).deliveries.lease(
            leaseRequest({ holder: `worker-${index}`, limit: 10 }),
          ),
        ),
      );
      expect(seqs(leased.flat()).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 30 }, (_, index) => index + 1),
      );
    });

    it('releases a crashed worker’s lease when it expires, then ignores that worker', async () => {
      const { deliveries } = current().storage;
      const attempt = await createAttempt(current().storage);
      await deliveries.enqueueNew(sampleDestination(), 10);
      const ref = refOf(sampleStatement(attempt, 1));
      const settle = (holder: string): Promise<void> =>
        deliveries.settle(org, 'destination-1', holder, [result(ref)]);
      await deliveries.lease(leaseRequest());
      const next = { holder: 'worker-2', until: 30_000 };
      expect(await deliveries.lease(leaseRequest({ ...next, now: 19_999 }))).toEqual([]);
      expect(await deliveries.lease(leaseRequest({ ...next, now: 20_000 }))).toHaveLength(1);
      await settle('worker-1');
      expect(await deliveries.summary(org, 'destination-1')).toMatchObject({ pending: 1, sent: 0 });
      await settle('worker-2');
      await settle('worker-2');
      expect(await deliveries.summary(org, 'destination-1')).toMatchObject({ pending: 0, sent: 1 });
    });

    it('lets another worker lease what its holder returns untried, and ignores other workers', async () => {
      const { deliveries } = current().storage;
      const attempt = await createAttempt(current().storage, {}, 2);
      await deliveries.enqueueNew(sampleDestination(), 10);
      await deliveries.lease(leaseRequest());
      const ref = refOf(sampleStatement(attempt, 1));
      const giveBack = (holder: string): Promise<void> =>
        deliveries.settle(org, 'destination-1', holder, [result(ref, { state: 'pending', tried: false })]);
      await giveBack('worker-2');
      expect(await deliveries.lease(leaseRequest({ holder: 'worker-2' }))).toEqual([]);
      await giveBack('worker-1');
      expect(await deliveries.lease(leaseRequest({ holder: 'worker-2' }))).toMatchObject([
        { ...ref, tries: 0 },
      ]);
    });

    it('settles each statement of one entry separately', async () => {
      const { deliveries } = current().storage;
      const statements = [0, 1, 2].map((part) => sampleStatement(sampleAttempt(), 1, { part }));
      const { id } = await createAttempt(current().storage, {}, 1, { statements: statements.map(asNew) });
      await deliveries.enqueueNew(sampleDestination(), 10);
      await deliveries.lease(leaseRequest());
      const states = ['sent', 'dead', 'sent'] as const;
      const results = statements.map((row, part) => result(refOf(row), { state: states[part] ?? 'sent' }));
      await deliveries.settle(org, 'destination-1', 'worker-1', results);
      const kept = await deliveries.listByAttempt(org, 'destination-1', id, { fromSeq: 1, limit: 9 });
      expect(kept).toEqual(
        statements.map((row, part) => ({ ...refOf(row), part, state: states[part] ?? 'sent' })),
      );
    });

    it('stores the result: sent, dead, or pending with its tries until the next is due', async () => {
      const { deliveries } = current().storage;
      const attempt = await createAttempt(current().storage, {}, 4);
      await deliveries.enqueueNew(sampleDestination(), 10);
      await deliveries.lease(leaseRequest());
      const named = (logSeq: number): StatementRef => refOf(sampleStatement(attempt, logSeq));
      await deliveries.settle(org, 'destination-1', 'worker-1', [
        result(named(1)),
        result(named(2), { state: 'dead', lastError: '400' }),
        result(named(3), { state: 'pending', nextAt: 15_000 }),
        result(named(4), { state: 'pending', nextAt: 15_001, tried: false }),
        result({ ...named(4), statementId: 'unknown' }),
      ]);
      expect(await deliveries.summary(org, 'destination-1')).toEqual({
        pending: 2,
        sent: 1,
        dead: 1,
        discarded: 0,
        oldestPendingAt: 1_003,
      });
      expect(await deliveries.lease(leaseRequest({ now: 14_999 }))).toEqual([]);
      const due = await deliveries.lease(leaseRequest({ now: 15_001 }));
      expect(due.map(({ logSeq, tries }) => [logSeq, tries])).toEqual([
        [3, 1],
        [4, 0],
      ]);
    });
  });
}
