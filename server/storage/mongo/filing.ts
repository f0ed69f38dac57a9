/**
 * Files the newest batch of an attempt: gives it a document of its own, records its wishes for the gradebook, and names
 * the destinations that must look at its statements. The append that brought it does so at once. Where its process
 * died, whoever comes next does it again: each step is harmless when repeated, and the mark that it is due is taken away
 * last (ADR 16).
 */
import type { GradeIntent } from '../ports/grades.ts';
import { batchKey, type AttemptRow, type BatchRow } from './attempt-rows.ts';
import { atMost, below } from './conditions.ts';
import type { AllOf } from './conditions.ts';
import type { Collection } from './database.ts';
import type { Follower } from './delivery-rows.ts';

export interface Filing {
  readonly attempts: Collection<AttemptRow>;
  readonly batches: Collection<BatchRow>;
  readonly followers: Collection<Follower>;
  readonly recordGrade: (intent: GradeIntent) => Promise<void>;
  readonly clock: () => number;
}

/** More destinations than a study has. */
const mostFollowers = 1_000;

export async function fileBatch(
  { attempts, batches, followers, recordGrade }: Filing,
  { id, batch }: Pick<AttemptRow, 'id' | 'batch'>,
): Promise<void> {
  if (batch === null) return;
  await batches.insertUntilDuplicate([batch]);
  for (const intent of batch.gradeIntents) await recordGrade(intent);
  // Read only now that the batch is there: a destination that is not listed yet will look at every batch that is.
  const { organisationId, studyId } = batch;
  const listed = await followers.list({ organisationId, studyId }, { _id: 1 }, mostFollowers);
  if (batch.opensResearch) {
    const research = listed.filter(({ purpose }) => purpose === 'research');
    await letLook(batches, { attemptId: id, fromSeq: below(batch.fromSeq) }, research);
  }
  if (batch.statements.length > 0) await letLook(batches, { _id: batchKey(batch) }, listed);
  await attempts.change({ _id: id, head: batch.head }, { $set: { batch: null, isFiled: true } });
}

/** Has destinations look at batches, also where they did before. */
export async function letLook(
  batches: Collection<BatchRow>,
  where: AllOf,
  followers: readonly Pick<Follower, 'destinationId'>[],
): Promise<void> {
  if (followers.length === 0) return;
  const $each = followers.map(({ destinationId }) => destinationId);
  await batches.change(where, { $addToSet: { awaits: { $each } }, $inc: { revision: 1 } });
}

/**
 * Longer than an append takes to file its own batch. A worker that did the same beside it would gain nothing; where the
 * database is slow and many append, it would come to nothing else.
 */
const leftAfterMs = 5_000;

/** Files what appends whose process died left behind; answers how many batches. */
export async function fileLeft(filing: Filing, limit: number): Promise<number> {
  const storedAt = atMost(filing.clock() - leftAfterMs);
  const left = await filing.attempts.list({ isFiled: false, storedAt }, { _id: 1 }, limit);
  for (const attempt of left) await fileBatch(filing, attempt);
  return left.length;
}
