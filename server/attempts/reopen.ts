/**
 * Staff open an attempt that is over again: it goes on where it ended, in the same log (ADR 14). What was done stays, what
 * was left or waits may be played, and the grade stays until the next end.
 */
import { AppError } from '../base/errors.ts';
import type { AttemptProgress, AttemptWithProgress } from '../storage/ports/attempts.ts';
import type { AttemptServices } from './services.ts';
import { changeFound } from './work.ts';

/**
 * Why an attempt cannot be opened again, or null where it can. `going-on`: it is not over. `nothing-left`: every scene was
 * done or passed over. `superseded`: the person has a later attempt, and plays that one.
 */
export type ReopenObstacle = 'going-on' | 'nothing-left' | 'superseded';

/** @param latestNumber the highest attempt number of the person in the activity */
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
 * Opens the attempt again; false where it goes on already, so that a repeat changes nothing.
 * @param find the attempt anew each time the change begins
 * @throws AppError attempt.not-reopenable with `because` nothing-left or superseded
 */
export async function reopenAttempt(
  services: AttemptServices,
  find: () => Promise<AttemptWithProgress>,
): Promise<boolean> {
  return changeFound(services, find, async (work) => {
    const { organisationId, personId, resourceLinkId, practice } = work.attempt;
    const { attempts } = services.storage;
    const latest = await attempts.findLatest(organisationId, personId, resourceLinkId, practice);
    const obstacle = findReopenObstacle(work, latest?.attempt.number ?? 0);
    if (obstacle === 'going-on') return false;
    if (obstacle !== null) throw new AppError('attempt.not-reopenable', { because: obstacle });
    work.draft.update(reopened(work.progress));
    work.draft.add({ kind: 'reopened' }, work.receivedAt, work.receivedAt);
    return true;
  });
}

/** Paused until the person comes; no page of before holds the pen any more. */
function reopened({ scenes, epoch }: AttemptProgress): Partial<AttemptProgress> {
  return {
    status: 'paused',
    isReopened: true,
    scenes: scenes.map((scene) => (scene.status === 'left' ? { ...scene, status: 'waiting' } : scene)),
    // An epoch begins with the first page: where none ever came, the next one is the first.
    ...(epoch === 0 ? {} : { epoch: epoch + 1, actionSeq: 0 }),
    writer: '',
  };
}
