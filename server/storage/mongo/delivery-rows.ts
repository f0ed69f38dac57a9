import { z } from 'zod';
import { batchKey, type BatchRow } from './attempt-rows.ts';
import { oneOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { MongoDatabase } from './database.ts';
import { keyOf } from './schemas/define-collection.ts';
import { deliveries, followers } from './schemas/deliveries.ts';

const follower = z.object({
  destinationId: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  tier: z.number(),
  purpose: z.enum(['operational', 'research']),
  /** True if all earlier batches name the destination. */
  isNamed: z.boolean(),
  /** Until then: the last batch that names it; null or missing before the first page. */
  namedTo: z.string().nullish(),
  sent: z.number(),
});

export type Follower = z.infer<typeof follower>;

const deliveryRow = z.object({
  statementId: z.string(),
  destinationId: z.string(),
  organisationId: z.string(),
  attemptId: z.string(),
  logSeq: z.number(),
  part: z.number(),
  createdAt: z.number(),
  /** `size`: bytes of the statement. */
  batchKey: z.string(),
  size: z.number(),
  /** Sorts the longest stored first, then by log order. */
  place: z.string(),
  state: z.enum(['pending', 'sent', 'dead', 'discarded']),
  tries: z.number(),
  nextAt: z.number(),
  lastError: z.string(),
  holder: z.string().nullable(),
  leasedUntil: z.number(),
  /** New for each `lease`: a holder may have several at once. */
  leaseId: z.string().nullable(),
  revision: z.number(),
});

export type DeliveryRow = z.infer<typeof deliveryRow>;

export interface DeliveryRows {
  readonly deliveries: Collection<DeliveryRow>;
  readonly followers: Collection<Follower>;
}

export function openDeliveries(database: MongoDatabase): DeliveryRows {
  return {
    deliveries: database.collection(deliveries, deliveryRow),
    followers: database.collection(followers, follower),
  };
}

export function deliveryKey(row: Pick<DeliveryRow, 'destinationId' | 'statementId'>): string {
  return keyOf(deliveries, row);
}

export function followerKey(row: Pick<Follower, 'organisationId' | 'destinationId'>): string {
  return keyOf(followers, row);
}

/** What a store has, or may have if its answer was lost or a worker stopped before it noted the answer. */
export function mayBeSent({ state, tries, holder }: DeliveryRow): boolean {
  return state === 'sent' || (state === 'pending' && (tries > 0 || holder !== null));
}

type Statement = BatchRow['statements'][number];

export function newDelivery(
  destinationId: string,
  batch: BatchRow,
  { id, organisationId, attemptId, logSeq, part, createdAt, bytes }: Statement,
): DeliveryRow {
  return {
    statementId: id,
    destinationId,
    organisationId,
    attemptId,
    logSeq,
    part,
    createdAt,
    batchKey: batchKey(batch),
    size: Buffer.byteLength(bytes),
    place: [digits(batch.storedAt, 16), attemptId, digits(logSeq, 10), digits(part, 4)].join('/'),
    state: 'pending',
    tries: 0,
    nextAt: 0,
    lastError: '',
    holder: null,
    leasedUntil: 0,
    leaseId: null,
    revision: 0,
  };
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

export async function readBytes(
  batches: Collection<BatchRow>,
  deliveries: readonly Pick<DeliveryRow, 'batchKey'>[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(deliveries.map((delivery) => delivery.batchKey))];
  // A limit of 0 would read everything.
  if (keys.length === 0) return new Map();
  const found = await batches.list({ _id: oneOf(keys) }, { _id: 1 }, keys.length);
  return new Map(found.flatMap(({ statements }) => statements.map(({ id, bytes }) => [id, bytes] as const)));
}
