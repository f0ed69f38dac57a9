/** A page takes the pen of an attempt: after a reload, or « Continuer ici » in another window. */
import type { AttemptView } from '../contract/play.ts';
import type { Asker, AttemptServices } from './services.ts';
import { viewAttempt } from './view.ts';
import { changeAttempt } from './work.ts';

/**
 * Raises the epoch and makes `writer` the page that may act; the page before it becomes read-only. A repeat by
 * the page that holds the pen changes nothing, and nothing changes in an attempt that is over.
 * @param tMs the page's monotonic clock now, in milliseconds
 */
export async function openAttempt(
  services: AttemptServices,
  asker: Asker,
  attemptId: string,
  page: { writer: string; tMs: number },
): Promise<AttemptView> {
  return changeAttempt(services, asker, attemptId, (work) => {
    const { status, writer, epoch } = work.progress;
    const over = status === 'finished' || status === 'abandoned';
    if (!over && writer !== page.writer) {
      // A reload opens from the same launch; who comes back from the course opens from another.
      if (work.progress.launchId !== asker.id) {
        work.draft.update({ launchId: asker.id });
        work.draft.add({ kind: 'launched', language: asker.language }, work.receivedAt, work.receivedAt);
      }
      work.draft.update({
        epoch: epoch + 1,
        writer: page.writer,
        openedAt: work.receivedAt,
        openedTMs: page.tMs,
        actionSeq: 0,
        status: 'open',
        isReopened: false,
      });
      work.draft.add({ kind: 'opened', first: epoch === 0, tMs: page.tMs }, work.receivedAt, work.receivedAt);
    }
    return viewAttempt(services, work.attempt, work.progress);
  });
}
