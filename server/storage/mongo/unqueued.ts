import type { DeliveriesPort } from '../ports/deliveries.ts';
import type { Destination } from '../ports/destinations.ts';
import { batchKey, type BatchRow } from './attempt-rows.ts';
import { above, oneOf } from './conditions.ts';
import { deliveryKey, type DeliveryRows, followerKey } from './delivery-rows.ts';
import { listDue } from './enqueue.ts';
import type { AttemptCollections } from './store-batch.ts';

const chunk = 20;

/** These are counted exactly, further ones in the index. */
const exactBatches = 100;

type Collections = AttemptCollections & DeliveryRows;

/** In the order of keys: only an operator asks. */
export function createUnqueuedCounter(collections: Collections): DeliveriesPort['countUnqueued'] {
  const { batches } = collections;
  return async (destination) => {
    const { organisationId, studyId } = destination;
    let count = 0;
    let after = '';
    for (;;) {
      const where = { organisationId, studyId, _id: above(after) };
      const found = await batches.list(where, { _id: 1 }, chunk);
      for (const batch of found) {
        count += await countMissing(collections, destination, batch);
      }
      const last = found.at(-1);
      if (last === undefined || found.length < chunk) return count;
      after = batchKey(last);
    }
  };
}

export function createUnqueuedFinder(collections: Collections): DeliveriesPort['findUnqueued'] {
  const { batches, followers } = collections;
  return async (destination, most) => {
    const { id: destinationId, organisationId, studyId } = destination;
    const _id = followerKey({ organisationId, destinationId });
    // Until it is named in all batches, any of them may be missing.
    const isNamed = (await followers.find({ _id, isNamed: true })) !== undefined;
    const where = { organisationId, studyId, ...(isNamed ? { awaits: destinationId } : {}) };
    const order = isNamed ? ({ storedAt: 1, _id: 1 } as const) : ({ _id: 1 } as const);
    const first = await batches.list(where, order, exactBatches);
    let count = 0;
    const times: number[] = [];
    for (const batch of first) {
      const missing = await countMissing(collections, destination, batch);
      count += missing;
      if (missing > 0) times.push(batch.storedAt);
    }
    if (first.length === exactBatches)
      count += (await batches.count(where, most + exactBatches)) - exactBatches;
    return { count: Math.min(count, most), oldestAt: times.length === 0 ? null : Math.min(...times) };
  };
}

async function countMissing(
  collections: Collections,
  destination: Destination,
  batch: BatchRow,
): Promise<number> {
  const due = await listDue(collections, destination, batch);
  // An empty list of keys is no condition.
  if (due.length === 0) return 0;
  return due.length - (await collections.deliveries.count({ _id: oneOf(due.map(deliveryKey)) }));
}
