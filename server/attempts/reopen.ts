/**
 * Continues an attempt in the same log (ADR 14). Results stay, scenes left or waiting can be played, and the
 * grade stays until the next one.
 */
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptServices } from './services.ts';
import { changeAttempt } from './transaction.ts';

/** `superseded`: a later attempt exists. */
export type ReopenObstacle = 'going-on' | 'nothing-left' | 'superseded';

/**
 * Null if the attempt can be reopened.
 * @param latestNumber number of the person's latest attempt
 */
export function findReopenObstacle(
  { attempt, progress }: AttemptWithProgress,
  latestNumber: number,
): ReopenObstacle | null {
  if (progress.status !== 'finished' && progress.status !== 'abandoned') return 'going-on';
  if (attempt.number < latestNumber) return 'superseded';
  const isSomethingLeft = progress.scenes.some(({ status }) => status === 'waiting' || status === 'left');
  return isSomethingLeft ? null : 'nothing-left';
}

/**
 * Returns false if the attempt is not over, so it is idempotent.
 * @throws AppError attempt.not-reopenable, attempt.busy
 */
export async function reopenAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  return changeAttempt(services, find, async (transaction) => {
    const { organisationId, personId, resourceLinkId, practice } = transaction.attempt;
    const { attempts } = services.storage;
    const latest = await attempts.findLatest(organisationId, personId, resourceLinkId, practice);
    const obstacle = findReopenObstacle(transaction, latest?.attempt.number ?? 0);
    if (obstacle === 'going-on') return false;
    if (obstacle !== null) throw new AppError('attempt.not-reopenable', { because: obstacle });
    transaction.draft.update(reopened(transaction.progress));
    transaction.draft.add({ kind: 'reopened' }, transaction.receivedAt, transaction.receivedAt);
    return true;
  });
}

/** A new epoch makes older pages read-only. */
function reopened({ scenes, epoch }: AttemptProgress): Partial<AttemptProgress> {
  return {
    status: 'paused',
    isReopened: true,
    scenes: scenes.map((scene) => (scene.status === 'left' ? { ...scene, status: 'waiting' } : scene)),
    // Epoch 0: no page has opened the attempt.
    ...(epoch === 0 ? {} : { epoch: epoch + 1, actionSeq: 0 }),
    writer: '',
  };
}
