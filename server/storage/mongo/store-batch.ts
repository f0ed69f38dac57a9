/**
 * Stores an attempt's newest batch as a document of its own, records its grade intents and names the
 * destinations. If the process that appended dies, a later caller does it. Each step may be repeated; `isFiled`
 * is set last (ADR 16).
 */
import type { GradeIntent } from '../ports/grades.ts';
import { batchKey, type AttemptRow, type BatchRow } from './attempt-rows.ts';
import { atMost, below } from './conditions.ts';
import type { AllOf } from './conditions.ts';
import type { Collection } from './collection.ts';
import type { Follower } from './delivery-rows.ts';

export interface AttemptCollections {
  readonly attempts: Collection<AttemptRow>;
  readonly batches: Collection<BatchRow>;
  readonly followers: Collection<Follower>;
  readonly recordGrade: (intent: GradeIntent) => Promise<void>;
  readonly clock: () => number;
}

/** More destinations than a study has. */
const mostFollowers = 1_000;

export async function storeBatch(
  { attempts, batches, followers, recordGrade }: AttemptCollections,
  { id, batch }: Pick<AttemptRow, 'id' | 'batch'>,
): Promise<void> {
  if (batch === null) return;
  await batches.insertUntilDuplicate([batch]);
  for (const intent of batch.gradeIntents) await recordGrade(intent);
  // Read after the batch exists: a destination not listed yet will look at every batch.
  const { organisationId, studyId } = batch;
  const listed = await followers.list({ organisationId, studyId }, { _id: 1 }, mostFollowers);
  if (batch.opensResearch) {
    const research = listed.filter(({ purpose }) => purpose === 'research');
    await addAwaits(batches, { attemptId: id, fromSeq: below(batch.fromSeq) }, research);
  }
  if (batch.statements.length > 0) await addAwaits(batches, { _id: batchKey(batch) }, listed);
  await attempts.change({ _id: id, head: batch.head }, { $set: { batch: null, isFiled: true } });
}

/** Adds destinations to the batches that they must look at, even if they already did. */
export async function addAwaits(
  batches: Collection<BatchRow>,
  where: AllOf,
  followers: readonly Pick<Follower, 'destinationId'>[],
): Promise<void> {
  if (followers.length === 0) return;
  const $each = followers.map(({ destinationId }) => destinationId);
  await batches.change(where, { $addToSet: { awaits: { $each } }, $inc: { revision: 1 } });
}

/**
 * Longer than an append takes to store its own batch. A worker that does it earlier would gain nothing and, on a
 * slow, busy database, do nothing else.
 */
const leftAfterMs = 5_000;

/** Returns how many batches it stored. */
export async function storeLeftBatches(collections: AttemptCollections, limit: number): Promise<number> {
  const storedAt = atMost(collections.clock() - leftAfterMs);
  const left = await collections.attempts.list({ isFiled: false, storedAt }, { _id: 1 }, limit);
  for (const attempt of left) await storeBatch(collections, attempt);
  return left.length;
}
