/**
 * Staff set an attempt aside, or take it back. Set aside it counts neither for the gradebook nor for research; its log, its
 * results and what the gradebook shows already stay as they are.
 */
import type { InvalidReason } from '../../scenarios/log.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptServices } from './services.ts';
import { changeFound } from './work.ts';

/** Sets the attempt aside; false where it is already for the same reason. */
export async function invalidateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  reason: InvalidReason,
): Promise<boolean> {
  return changeFound(services, find, (work) => {
    const { validity } = work.progress;
    if (validity.state === 'invalid' && validity.reason === reason) return Promise.resolve(false);
    const { receivedAt } = work;
    const { logSeq, at } = work.draft.add({ kind: 'invalidated', reason }, receivedAt, receivedAt);
    work.draft.update({ validity: { state: 'invalid', reason, at, logSeq } });
    return Promise.resolve(true);
  });
}

/** Takes back an attempt that was set aside, with the score that waited meanwhile; false where it counts. */
export async function reinstateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  const { isChanged, attempt } = await changeFound(services, find, (work) => {
    const wasInvalid = work.progress.validity.state === 'invalid';
    if (wasInvalid) {
      work.draft.update({ validity: { state: 'valid' } });
      work.draft.add({ kind: 'reinstated' }, work.receivedAt, work.receivedAt);
    }
    return Promise.resolve({ isChanged: wasInvalid, attempt: work.attempt });
  });
  // On a repeat too: the first may have ended between the two writes.
  await services.storage.grades.restore(attempt.organisationId, attempt.id, services.clock());
  return isChanged;
}
