import { AppError } from '../base/errors.ts';
import type { NoticeAnswer } from '../contract/notice.ts';
import type { AttemptView } from '../contract/play.ts';
import { isOver } from '../storage/is-over.ts';
import type { AttemptWithProgress } from '../storage/ports/attempts.ts';
import { findTold, noticeOf, type Told, versionOfNotice } from '../studies/texts-of-study.ts';
import type { AttemptServices, PlayerLaunch } from './services.ts';
import { changeOwnAttempt } from './transaction.ts';
import { viewAttempt } from './view.ts';

/** An attempt keeps its study; the next one belongs to that of the launch. */
export function findOwnTold(
  { storage }: Pick<AttemptServices, 'storage'>,
  { organisationId, studyId }: PlayerLaunch,
  latest: AttemptWithProgress | undefined,
): Promise<Told> {
  const goesOn = latest !== undefined && !isOver(latest.progress);
  return findTold(storage, { organisationId, studyId: goesOn ? latest.attempt.studyId : studyId });
}

/** The whole notice, also before an attempt and after it. */
export async function readNotice(
  services: Pick<AttemptServices, 'storage'>,
  launch: PlayerLaunch,
): Promise<NoticeAnswer> {
  const { organisationId, personId, resourceLinkId, practice } = launch;
  const latest = await services.storage.attempts.findLatest(
    organisationId,
    personId,
    resourceLinkId,
    practice,
  );
  return noticeOf(await findOwnTold(services, launch, latest));
}

/** True if the person of an attempt that goes on has read another version. */
export function isNoticeNew({ progress }: AttemptWithProgress, told: Told): boolean {
  return !isOver(progress) && progress.noticeVersion !== versionOfNotice(told);
}

/**
 * Accepts a changed notice within an attempt. Repeatable.
 * @throws AppError notice.outdated if it changed again; attempt.unknown, attempt.busy
 */
export async function acceptNotice(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
  noticeVersion: string,
): Promise<AttemptView> {
  return changeOwnAttempt(services, launch, attemptId, async (transaction) => {
    const { attempt, draft, progress, receivedAt } = transaction;
    const told = await findTold(services.storage, attempt);
    if (noticeVersion !== versionOfNotice(told)) throw new AppError('notice.outdated');
    if (isNoticeNew({ attempt, progress }, told)) {
      draft.update({ noticeVersion });
      draft.add({ kind: 'notice-accepted', noticeVersion, research: 'not-asked' }, receivedAt, receivedAt);
    }
    return viewAttempt(services, attempt, transaction.progress);
  });
}
