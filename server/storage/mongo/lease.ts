import { randomUUID } from 'node:crypto';
import type { DeliveriesPort } from '../ports/deliveries.ts';
import { isForResearch } from './attempt-rows.ts';
import { atMost, oneOf } from './conditions.ts';
import {
  deliveryKey,
  type DeliveryRow,
  type DeliveryRows,
  followerKey,
  mayBeSent,
  readBytes,
} from './delivery-rows.ts';
import type { AttemptCollections } from './store-batch.ts';

type Collections = Pick<AttemptCollections, 'attempts' | 'batches'> & DeliveryRows;
/** Of a lease. */
export const free = { holder: null, leaseId: null, leasedUntil: 0 };

type Request = Parameters<DeliveriesPort['lease']>[0];

export function createLeaser(collections: Collections): DeliveriesPort['lease'] {
  return async (request) => {
    const taken = await takeDue(collections, request);
    taken.sort((a, b) => (a.place < b.place ? -1 : 1));
    const bytesOf = await readBytes(collections.batches, taken);
    return taken.flatMap(({ statementId, attemptId, logSeq, tries }) => {
      const bytes = bytesOf.get(statementId);
      return bytes === undefined ? [] : [{ statementId, attemptId, logSeq, bytes, tries }];
    });
  };
}

async function takeDue(collections: Collections, request: Request): Promise<DeliveryRow[]> {
  const { organisationId, destinationId, now, limit, maxBytes } = request;
  const due = { state: 'pending', nextAt: atMost(now), leasedUntil: atMost(now) };
  const taken: DeliveryRow[] = [];
  const seen = new Set<string>();
  // If others lease the same rows, further ones may be due.
  for (;;) {
    const where = { destinationId, organisationId, ...due };
    const found = await collections.deliveries.list(where, { place: 1 }, limit + seen.size);
    const unseen = found.filter(({ statementId }) => !seen.has(statementId));
    if (unseen.length === 0) return taken;
    const { wanted, unwanted } = await judge(collections, request, unseen);
    for (const row of unwanted) seen.add(row.statementId);
    await end(collections, request, unwanted);
    const fitting = countFitting(taken, wanted, { limit, maxBytes });
    for (const row of wanted.slice(0, fitting)) seen.add(row.statementId);
    taken.push(...(await claim(collections, request, wanted.slice(0, fitting))));
    const isFull =
      fitting < wanted.length && countFitting(taken, wanted.slice(fitting), { limit, maxBytes }) === 0;
    if (isFull) return taken;
  }
}

/** How many fit, but at least one in total. */
function countFitting(
  taken: readonly DeliveryRow[],
  rows: readonly DeliveryRow[],
  { limit, maxBytes }: Pick<Request, 'limit' | 'maxBytes'>,
): number {
  let sum = taken.reduce((bytes, { size }) => bytes + size, 0);
  let count = taken.length;
  for (const { size } of rows) {
    sum += size;
    count += 1;
    if (count > limit || (sum > maxBytes && count > 1)) return count - 1 - taken.length;
  }
  return rows.length;
}

async function judge(
  { attempts }: Collections,
  { purpose }: Request,
  rows: readonly DeliveryRow[],
): Promise<{ readonly wanted: DeliveryRow[]; readonly unwanted: DeliveryRow[] }> {
  if (purpose === 'operational') return { wanted: [...rows], unwanted: [] };
  const ids = [...new Set(rows.map(({ attemptId }) => attemptId))];
  const found = await attempts.list({ _id: oneOf(ids) }, { _id: 1 }, ids.length);
  const progressOf = new Map(found.map(({ id, progress }) => [id, progress]));
  const isWanted = (row: DeliveryRow): boolean => {
    const progress = progressOf.get(row.attemptId);
    if (progress === undefined) return false;
    return isForResearch(progress, row.logSeq) || (progress.research === 'given' && mayBeSent(row));
  };
  return { wanted: rows.filter(isWanted), unwanted: rows.filter((row) => !isWanted(row)) };
}

/** Keeps a delivery that was requested again since (enqueue.ts). */
async function end(
  { deliveries, followers }: Collections,
  { organisationId, destinationId, now }: Request,
  rows: readonly DeliveryRow[],
): Promise<void> {
  let sent = 0;
  for (const row of rows) {
    const { revision } = row;
    const same = { _id: deliveryKey(row), revision, state: 'pending', leasedUntil: atMost(now) };
    if (mayBeSent(row)) sent += await deliveries.change(same, { $set: { state: 'sent', ...free } });
    else await deliveries.remove({ ...same, tries: 0, holder: null });
  }
  if (sent > 0)
    await followers.change({ _id: followerKey({ organisationId, destinationId }) }, { $inc: { sent } });
}

/** Returns those that no other worker won. */
async function claim(
  { deliveries }: Collections,
  { holder, now, until }: Request,
  rows: readonly DeliveryRow[],
): Promise<DeliveryRow[]> {
  if (rows.length === 0) return [];
  const leaseId = randomUUID();
  const _id = oneOf(rows.map(deliveryKey));
  const free = { _id, state: 'pending', nextAt: atMost(now), leasedUntil: atMost(now) };
  const claimed = await deliveries.change(free, { $set: { holder, leaseId, leasedUntil: until } });
  if (claimed === rows.length) return [...rows];
  return deliveries.list({ _id, leaseId }, { place: 1 }, rows.length);
}
