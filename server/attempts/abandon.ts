import { AppError } from '../base/errors.ts';
import { isOver } from '../storage/is-over.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import { closeScene, left } from './end.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptTransaction, changeAttempt } from './transaction.ts';

/**
 * Does nothing if the attempt is over or the person acted after `before` (ms UTC).
 * @throws AppError attempt.unknown, attempt.busy
 */
export async function abandonAttempt(
  services: AttemptServices,
  { organisationId, id }: Pick<Attempt, 'organisationId' | 'id'>,
  before: number,
): Promise<void> {
  const find = async (): ReturnType<Parameters<typeof changeAttempt>[1]> => {
    const found = await services.storage.attempts.find(organisationId, id);
    if (found === undefined) throw new AppError('attempt.unknown');
    return found;
  };
  await changeAttempt(services, find, async (transaction) => {
    const { progress } = transaction;
    if (!isOver(progress) && progress.lastAt <= before) await close(transaction);
  });
}

async function close(transaction: AttemptTransaction): Promise<void> {
  const { lastAt } = transaction.progress;
  const log = await transaction.listEntries(1);
  for (const scene of transaction.progress.scenes) {
    if (scene.status === 'open') closeScene(transaction, scene.sceneId, log, left);
  }
  transaction.draft.update({ status: 'abandoned' });
  transaction.draft.add({ kind: 'abandoned', lastAt }, transaction.receivedAt, transaction.receivedAt);
}
