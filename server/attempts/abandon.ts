/** An attempt that nobody came back to is closed: its open scene is left, and there is no score and no grade. */
import { AppError } from '../base/errors.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import { closeScene } from './end.ts';
import type { AttemptServices } from './services.ts';
import { type AttemptWork, changeFound } from './work.ts';

/** Closes the attempt as abandoned, unless it is over or something was done after `before`. */
export async function abandonAttempt(
  services: AttemptServices,
  { organisationId, id }: Pick<Attempt, 'organisationId' | 'id'>,
  before: number,
): Promise<void> {
  const find = async (): ReturnType<Parameters<typeof changeFound>[1]> => {
    const found = await services.storage.attempts.find(organisationId, id);
    if (found === undefined) throw new AppError('attempt.unknown');
    return found;
  };
  await changeFound(services, find, async (work) => {
    const { status, lastAt } = work.progress;
    const over = status === 'finished' || status === 'abandoned';
    if (!over && lastAt <= before) await close(work);
  });
}

async function close(work: AttemptWork): Promise<void> {
  const { lastAt } = work.progress;
  const log = await work.listEntries(1);
  for (const scene of work.progress.scenes) {
    if (scene.status === 'open') closeScene(work, scene.sceneId, 'left', log, null);
  }
  work.draft.update({ status: 'abandoned' });
  work.draft.add({ kind: 'abandoned', lastAt }, work.receivedAt, work.receivedAt);
}
