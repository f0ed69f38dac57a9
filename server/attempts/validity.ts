/**
 * Staff set an attempt aside, or take it back. Set aside it counts neither for the gradebook nor for research; its log and
 * its results stay as they are, and so does what the gradebook shows where no other attempt has a score.
 */
import type { InvalidReason } from '../../scenarios/kit/log.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { showCountingGrade } from './counting-grade.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptWork, changeFound } from './work.ts';

/** Sets the attempt aside, and lets an earlier one's score count; false where it is already for the same reason. */
export async function invalidateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  reason: InvalidReason,
): Promise<boolean> {
  return changeValidity(services, find, (work) => {
    const { validity } = work.progress;
    if (validity.state === 'invalid' && validity.reason === reason) return false;
    const { receivedAt } = work;
    const { logSeq, at } = work.draft.add({ kind: 'invalidated', reason }, receivedAt, receivedAt);
    work.draft.update({ validity: { state: 'invalid', reason, at, logSeq } });
    return true;
  });
}

/** Takes back an attempt that was set aside, and its score counts again; false where it counts. */
export async function reinstateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  return changeValidity(services, find, (work) => {
    if (work.progress.validity.state === 'valid') return false;
    work.draft.update({ validity: { state: 'valid' } });
    work.draft.add({ kind: 'reinstated' }, work.receivedAt, work.receivedAt);
    return true;
  });
}

async function changeValidity(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  change: (work: AttemptWork) => boolean,
): Promise<boolean> {
  const { isChanged, attempt } = await changeFound(services, find, (work) =>
    Promise.resolve({ isChanged: change(work), attempt: work.attempt }),
  );
  // On a repeat too: the first may have ended between the two writes.
  await showCountingGrade(services, attempt);
  return isChanged;
}
