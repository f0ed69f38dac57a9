/** Each batch names the destinations that have yet to create its deliveries. Why none is missed: ADR 16. */
import type { DeliveriesPort } from '../ports/deliveries.ts';
import type { Destination } from '../ports/destinations.ts';
import { batchKey, isForResearch, type BatchRow } from './attempt-rows.ts';
import { atLeast, below, oneOf, otherThan } from './conditions.ts';
import {
  deliveryKey,
  type DeliveryRow,
  type DeliveryRows,
  followerKey,
  newDelivery,
} from './delivery-rows.ts';
import { storeLeftBatches, addAwaits, type AttemptCollections } from './store-batch.ts';

const chunk = 20;

type Collections = AttemptCollections & DeliveryRows;

export function createEnqueuer(collections: Collections): DeliveriesPort['enqueueNew'] {
  return async (destination, limit) => {
    let created = 0;
    for (let isFirst = true; ; isFirst = false) {
      const mayName = await follow(collections, destination);
      // Called once: the next round stores the rest.
      if (isFirst) await storeLeftBatches(collections, chunk);
      const { count, outcome } = await enqueueNamed(collections, destination, limit - created);
      created += count;
      if (outcome === 'stop' || !mayName) return created;
    }
  };
}

interface Enqueued {
  readonly count: number;
  readonly outcome: 'stop' | 'go on';
}

async function enqueueNamed(
  collections: Collections,
  destination: Destination,
  limit: number,
): Promise<Enqueued> {
  const { id, organisationId, studyId } = destination;
  const where = { organisationId, studyId, awaits: id };
  let created = 0;
  for (;;) {
    const found = await collections.batches.list(where, { storedAt: 1, _id: 1 }, chunk);
    if (found.length === 0) return { count: created, outcome: 'go on' };
    for (const batch of found) {
      const { count, outcome } = await enqueueBatch(collections, destination, batch, limit - created);
      created += count;
      if (outcome === 'stop') return { count: created, outcome };
    }
  }
}

/**
 * Names a destination that is new, or asks for another study or a higher tier, in the next page of batches and
 * stores the place. Returns whether more may be left.
 */
async function follow({ followers, batches }: Collections, destination: Destination): Promise<boolean> {
  const { id: destinationId, organisationId, studyId, tier, purpose } = destination;
  const _id = followerKey({ organisationId, destinationId });
  const wanted = { destinationId, organisationId, studyId, tier, purpose };
  // Usually true; each worker asks about once a second.
  const isSettled = { _id, studyId, tier: atLeast(tier), purpose, isNamed: true };
  if ((await followers.find(isSettled)) !== undefined) return false;
  await followers.insertUntilDuplicate([{ ...wanted, isNamed: false, namedTo: null, sent: 0 }]);
  await followers.changeOne(
    [
      { _id, studyId: otherThan(studyId) },
      { _id, tier: below(tier) },
      { _id, purpose: otherThan(purpose) },
    ],
    { $set: { studyId, tier, purpose, isNamed: false, namedTo: null } },
  );
  const follower = await followers.find({ _id, isNamed: false });
  if (follower === undefined) return false;
  const { namedTo = null } = follower;
  const last = await addAwaits(batches, { organisationId, studyId }, [{ destinationId }], namedTo ?? '');
  const change = last === null ? { isNamed: true } : { namedTo: last };
  // No effect if the destination changed meanwhile, or another worker came first.
  const same = { _id, studyId, tier: atLeast(tier), purpose, namedTo };
  const isOurs = (await followers.change(same, { $set: change })) > 0;
  return isOurs && last !== null;
}

/** Stops if `room` is too little, or another process creates the same ones. */
async function enqueueBatch(
  collections: Collections,
  destination: Destination,
  batch: BatchRow,
  room: number,
): Promise<Enqueued> {
  const { batches, deliveries } = collections;
  const { id, purpose } = destination;
  const due = await listDue(collections, destination, batch);
  const existing = await findExistingDeliveries(deliveries, due, purpose);
  const missing = due.filter((row) => !existing.has(row.statementId));
  const chosen = missing.slice(0, room);
  const count = await deliveries.insertUntilDuplicate(chosen);
  if (count < missing.length) return { count, outcome: 'stop' };
  await batches.change({ _id: batchKey(batch), revision: batch.revision }, { $pull: { awaits: id } });
  return { count, outcome: 'go on' };
}

/** Deliveries that the destination should have of this batch. */
export async function listDue(
  { attempts }: Collections,
  { id, tier, purpose }: Destination,
  batch: BatchRow,
): Promise<DeliveryRow[]> {
  // Read after the batch: a later consent gives the batch another revision.
  const attempt = purpose === 'research' ? await attempts.find({ _id: batch.attemptId }) : undefined;
  const counts = (logSeq: number): boolean =>
    purpose === 'operational' || (attempt !== undefined && isForResearch(attempt.progress, logSeq));
  return batch.statements
    .filter((statement) => statement.tier <= tier && counts(statement.logSeq))
    .map((statement) => newDelivery(id, batch, statement));
}

/** For research, raises their revision, so that no worker deletes one that it just found without consent. */
async function findExistingDeliveries(
  deliveries: Collections['deliveries'],
  due: readonly DeliveryRow[],
  purpose: Destination['purpose'],
): Promise<ReadonlySet<string>> {
  if (due.length === 0) return new Set();
  const where = { _id: oneOf(due.map(deliveryKey)) };
  if (purpose === 'research') await deliveries.change(where, { $inc: { revision: 1 } });
  const existing = await deliveries.list(where, { _id: 1 }, due.length);
  return new Set(existing.map(({ statementId }) => statementId));
}
