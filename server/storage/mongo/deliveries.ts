import { pick } from '../../base/pick.ts';
import { groupResults } from '../group-results.ts';
import type { StatementRef } from '../ports/attempts.ts';
import type { DeliveriesPort } from '../ports/deliveries.ts';
import { above, atLeast, oneOf } from './conditions.ts';
import {
  deliveryKey,
  type DeliveryRow,
  type DeliveryRows,
  type Follower,
  followerKey,
  readBytes,
} from './delivery-rows.ts';
import { createEnqueuer } from './enqueue.ts';
import { createUnqueuedCounter, createUnqueuedFinder } from './unqueued.ts';
import type { AttemptCollections } from './store-batch.ts';
import { createLeaser, free } from './lease.ts';

type Collections = AttemptCollections & DeliveryRows;

export function createDeliveries(collections: Collections): DeliveriesPort {
  return {
    enqueueNew: createEnqueuer(collections),
    countUnqueued: createUnqueuedCounter(collections),
    findUnqueued: createUnqueuedFinder(collections),
    lease: createLeaser(collections),
    settle: createSettler(collections),
    ...createCounts(collections),
    ...createDeadLetters(collections),
    ...createAttemptDeliveries(collections),
  };
}

const keysOf = (destinationId: string, statements: readonly StatementRef[]): ReturnType<typeof oneOf> =>
  oneOf(statements.map(({ statementId }) => deliveryKey({ destinationId, statementId })));

function createSettler({ deliveries, followers }: Collections): DeliveriesPort['settle'] {
  return async (organisationId, destinationId, holder, results) => {
    let sent = 0;
    for (const { statements, state, nextAt, lastError, tried } of groupResults(results)) {
      const held = { _id: keysOf(destinationId, statements), organisationId, holder, state: 'pending' };
      const change = { $set: { state, nextAt, lastError, ...free }, $inc: { tries: Number(tried) } };
      const changed = await deliveries.change(held, change);
      if (state === 'sent') sent += changed;
    }
    if (sent > 0)
      await followers.change({ _id: followerKey({ organisationId, destinationId }) }, { $inc: { sent } });
  };
}

function createCounts({ deliveries, followers }: Collections): Pick<DeliveriesPort, 'summary' | 'glance'> {
  const findFollower = (organisationId: string, destinationId: string): Promise<Follower | undefined> =>
    followers.find({ _id: followerKey({ organisationId, destinationId }) });
  // Without the organisation, the index alone answers.
  const count = (destinationId: string, state: DeliveryRow['state'], most?: number): Promise<number> =>
    deliveries.count({ destinationId, state }, most);
  const findOldest = async (organisationId: string, destinationId: string): Promise<number | null> => {
    const pending = { destinationId, organisationId, state: 'pending' };
    return (await deliveries.find(pending, { place: 1 }))?.createdAt ?? null;
  };
  return {
    async summary(organisationId, destinationId) {
      if ((await findFollower(organisationId, destinationId)) === undefined)
        return { pending: 0, sent: 0, dead: 0, discarded: 0, oldestPendingAt: null };
      return {
        pending: await count(destinationId, 'pending'),
        // Not `follower.sent`: a failure may lose its second write.
        sent: await count(destinationId, 'sent'),
        dead: await count(destinationId, 'dead'),
        discarded: await count(destinationId, 'discarded'),
        oldestPendingAt: await findOldest(organisationId, destinationId),
      };
    },
    async glance(organisationId, destinationId, most) {
      const follower = await findFollower(organisationId, destinationId);
      if (follower === undefined) return { pending: 0, sentTotal: 0, dead: 0, oldestPendingAt: null };
      return {
        pending: await count(destinationId, 'pending', most),
        sentTotal: follower.sent,
        dead: await count(destinationId, 'dead'),
        oldestPendingAt: await findOldest(organisationId, destinationId),
      };
    },
  };
}

type DeadLetters = Pick<DeliveriesPort, 'listDead' | 'replay' | 'discard'>;

function createDeadLetters({ deliveries, batches }: Collections): DeadLetters {
  const changer =
    (state: 'pending' | 'discarded'): DeadLetters['replay'] =>
    (organisationId, destinationId, statements) =>
      deliveries.change(
        { _id: keysOf(destinationId, statements), organisationId, state: 'dead' },
        { $set: { state, nextAt: 0 } },
      );
  return {
    listDead: async (organisationId, destinationId, { limit, after }) => {
      const scope = { destinationId, organisationId, state: 'dead' };
      const last =
        after === undefined
          ? undefined
          : await deliveries.find({
              _id: deliveryKey({ destinationId, statementId: after.statementId }),
              organisationId,
            });
      const later = last === undefined ? {} : { place: above(last.place) };
      const dead = await deliveries.list({ ...scope, ...later }, { place: 1 }, limit);
      const bytesOf = await readBytes(batches, dead);
      return dead.map((row) => ({
        ...pick(row, 'statementId', 'attemptId', 'logSeq', 'tries', 'lastError', 'createdAt'),
        bytes: bytesOf.get(row.statementId) ?? '',
      }));
    },
    replay: changer('pending'),
    discard: changer('discarded'),
  };
}

function createAttemptDeliveries({
  deliveries,
  followers,
}: Collections): Pick<DeliveriesPort, 'listByAttempt' | 'countPending' | 'resend'> {
  return {
    listByAttempt: async (organisationId, destinationId, attemptId, { fromSeq, fromPart = 0, limit }) => {
      const scope = { destinationId, organisationId, attemptId };
      const page = [
        { ...scope, logSeq: above(fromSeq) },
        { ...scope, logSeq: fromSeq, part: atLeast(fromPart) },
      ];
      const found = await deliveries.list(page, { logSeq: 1, part: 1 }, limit);
      return found.map((row) => pick(row, 'attemptId', 'logSeq', 'statementId', 'part', 'state'));
    },
    countPending: (organisationId, destinationId, attemptId) =>
      deliveries.count({ destinationId, organisationId, attemptId, state: 'pending' }),
    resend: async (organisationId, destinationId, statements) => {
      const where = { _id: keysOf(destinationId, statements), organisationId, state: 'sent' };
      const count = await deliveries.change(where, { $set: { state: 'pending', nextAt: 0, ...free } });
      const follower = { _id: followerKey({ organisationId, destinationId }) };
      if (count > 0) await followers.change(follower, { $inc: { sent: -count } });
      return count;
    },
  };
}
