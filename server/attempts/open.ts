import type { AttemptView } from '../contract/play.ts';
import type { PlayerLaunch, AttemptServices } from './services.ts';
import { viewAttempt } from './view.ts';
import { isOver } from '../storage/is-over.ts';
import { changeOwnAttempt } from './transaction.ts';

/**
 * Raises the epoch, so the previous page becomes read-only. Does nothing for the page that already writes, or if the
 * attempt is over.
 * @param tMs the page's monotonic clock
 */
export async function openAttempt(
  services: AttemptServices,
  launch: PlayerLaunch,
  attemptId: string,
  page: { writer: string; tMs: number },
): Promise<AttemptView> {
  return changeOwnAttempt(services, launch, attemptId, (transaction) => {
    const { writer, epoch } = transaction.progress;
    if (!isOver(transaction.progress) && writer !== page.writer) {
      // A reload has the same launch id; the course page brings a new one.
      if (transaction.progress.launchId !== launch.id) {
        transaction.draft.update({ launchId: launch.id });
        transaction.draft.add(
          { kind: 'launched', language: launch.language },
          transaction.receivedAt,
          transaction.receivedAt,
        );
      }
      transaction.draft.update({
        epoch: epoch + 1,
        writer: page.writer,
        openedAt: transaction.receivedAt,
        openedTMs: page.tMs,
        actionSeq: 0,
        status: 'open',
        isReopened: false,
      });
      transaction.draft.add(
        { kind: 'opened', first: epoch === 0, tMs: page.tMs },
        transaction.receivedAt,
        transaction.receivedAt,
      );
    }
    return viewAttempt(services, transaction.attempt, transaction.progress);
  });
}
