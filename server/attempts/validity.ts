/**
 * A set-aside attempt counts neither for the gradebook nor for research. Log and results stay; so does the
 * grade, unless another attempt has a score.
 */
import type { InvalidReason } from '../../scenarios/kit/log.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { showCountingGrade } from './counting-grade.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptTransaction, changeAttempt } from './transaction.ts';

export async function invalidateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  reason: InvalidReason,
): Promise<boolean> {
  return changeValidity(services, find, (transaction) => {
    const { validity } = transaction.progress;
    if (validity.state === 'invalid' && validity.reason === reason) return false;
    const { receivedAt } = transaction;
    const { logSeq, at } = transaction.draft.add({ kind: 'invalidated', reason }, receivedAt, receivedAt);
    transaction.draft.update({ validity: { state: 'invalid', reason, at, logSeq } });
    return true;
  });
}

/** Returns false if the attempt already counts. */
export async function reinstateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  return changeValidity(services, find, (transaction) => {
    if (transaction.progress.validity.state === 'valid') return false;
    transaction.draft.update({ validity: { state: 'valid' } });
    transaction.draft.add({ kind: 'reinstated' }, transaction.receivedAt, transaction.receivedAt);
    return true;
  });
}

async function changeValidity(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  change: (transaction: AttemptTransaction) => boolean,
): Promise<boolean> {
  const { isChanged, attempt } = await changeAttempt(services, find, (transaction) =>
    Promise.resolve({ isChanged: change(transaction), attempt: transaction.attempt }),
  );
  // Also if nothing changed: the first call may have failed before it.
  await showCountingGrade(services, attempt);
  return isChanged;
}
