/**
 * Stores an attempt's newest batch, records its grade intents and names the destinations. Each step may be
 * repeated, also by a later caller; `isFiled` is set last (ADR 16).
 */
import type { GradeIntent } from '../ports/grades.ts';
import { batchKey, type AttemptRow, type BatchRow } from './attempt-rows.ts';
import { above, type AllOf, atMost, below, oneOf } from './conditions.ts';
import type { Change, Collection } from './collection.ts';
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
    const earlier = { attemptId: id, fromSeq: below(batch.fromSeq) };
    for (let after: string | null | undefined; after !== null;) {
      after = await addAwaits(batches, earlier, research, after);
    }
  }
  if (batch.statements.length > 0) await batches.change({ _id: batchKey(batch) }, naming(listed));
  await attempts.change({ _id: id, head: batch.head }, { $set: { batch: null, isFiled: true } });
}

/** Research destinations look at every stored batch of an attempt. */
export async function lookAgain(
  { batches, followers }: Pick<AttemptCollections, 'batches' | 'followers'>,
  { organisationId, attemptId }: { readonly organisationId: string; readonly attemptId: string },
): Promise<void> {
  const [batch] = await batches.list({ organisationId, attemptId }, { head: 1 }, 1);
  if (batch === undefined) return;
  const listed = await followers.list({ organisationId, studyId: batch.studyId }, { _id: 1 }, mostFollowers);
  const research = listed.filter(({ purpose }) => purpose === 'research');
  for (let after: string | null | undefined; after !== null;) {
    after = await addAwaits(batches, { attemptId }, research, after);
  }
}

/** A page must take far less time than a query may. */
const namedAtOnce = 50;

/**
 * Makes destinations look at a page of batches, if need be again.
 * @param after key of the last batch of the previous page
 * @returns key of this page's last batch, or null if it was the last page
 */
export async function addAwaits(
  batches: Collection<BatchRow>,
  where: AllOf,
  followers: readonly Pick<Follower, 'destinationId'>[],
  after = '',
): Promise<string | null> {
  if (followers.length === 0) return null;
  const keys = await batches.listKeys({ ...where, _id: above(after) }, { _id: 1 }, namedAtOnce);
  await batches.change({ _id: oneOf(keys) }, naming(followers));
  return keys.length < namedAtOnce ? null : (keys.at(-1) ?? null);
}

function naming(followers: readonly Pick<Follower, 'destinationId'>[]): Change {
  const $each = followers.map(({ destinationId }) => destinationId);
  return { $addToSet: { awaits: { $each } }, $inc: { revision: 1 } };
}

/**
 * Longer than an append takes to store its own batch; earlier, a worker on a slow database would do nothing
 * else.
 */
const leftAfterMs = 5_000;

/** Returns how many batches it stored. */
export async function storeLeftBatches(collections: AttemptCollections, limit: number): Promise<number> {
  const storedAt = atMost(collections.clock() - leftAfterMs);
  const left = await collections.attempts.list({ isFiled: false, storedAt }, { _id: 1 }, limit);
  for (const attempt of left) await storeBatch(collections, attempt);
  return left.length;
}
