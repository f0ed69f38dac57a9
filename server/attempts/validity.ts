/**
 * A set-aside attempt counts neither for the gradebook nor for research. Log and results stay; so does the grade,
 * unless another attempt has a score.
 */
import type { InvalidReason, LogEntry } from '../../scenarios/kit/log.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { isCounting } from '../storage/is-counting.ts';
import { showCountingGrade } from './counting-grade.ts';
import { updateMeasure } from './measure.ts';
import { endOf } from './rescore-scene.ts';
import { currentResults, everyResult } from './results.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptTransaction, changeAttempt } from './transaction.ts';

export async function invalidateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  reason: InvalidReason,
): Promise<boolean> {
  return changeValidity(services, find, (transaction) => {
    const { validity } = transaction.progress;
    if (validity.state === 'invalid' && validity.reason === reason) return Promise.resolve(false);
    const { receivedAt } = transaction;
    const { logSeq, at } = transaction.draft.add({ kind: 'invalidated', reason }, receivedAt, receivedAt);
    transaction.draft.update({ validity: { state: 'invalid', reason, at, logSeq }, heldFor: [] });
    return Promise.resolve(true);
  });
}

/** Counts the attempt, with every flagged scene. Returns false if it already counts. */
export async function reinstateAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  return changeValidity(services, find, async (transaction) => {
    if (isCounting(transaction.progress)) return false;
    transaction.draft.update({ validity: { state: 'valid' }, heldFor: [] });
    transaction.draft.add({ kind: 'reinstated' }, transaction.receivedAt, transaction.receivedAt);
    countUntried(services, transaction, await transaction.listEntries(1));
    return true;
  });
}

/** As a rescoring: from now on the log says that they count. */
function countUntried(
  services: AttemptServices,
  transaction: AttemptTransaction,
  log: readonly LogEntry[],
): void {
  const every = everyResult(log);
  const counted = new Set(currentResults(log).map(({ scene }) => scene.sceneId));
  const untried = every.filter(({ scene }) => !counted.has(scene.sceneId));
  if (untried.length === 0) return;
  updateMeasure(services, transaction, log, every);
  const results = untried.map((one) => ({ ...one, ended: endOf(log, one.scene.sceneId) }));
  const { measure, score } = transaction.progress;
  const { receivedAt } = transaction;
  transaction.draft.add({ kind: 'rescored', results, measure, score }, receivedAt, receivedAt);
}

async function changeValidity(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
  change: (transaction: AttemptTransaction) => Promise<boolean>,
): Promise<boolean> {
  const { isChanged, attempt } = await changeAttempt(services, find, async (transaction) => ({
    isChanged: await change(transaction),
    attempt: transaction.attempt,
  }));
  // Also if nothing changed: the first call may have failed before it.
  await showCountingGrade(services, attempt);
  return isChanged;
}
