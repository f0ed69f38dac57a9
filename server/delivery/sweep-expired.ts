/** Deletes expired rows, because the two databases have no common mechanism for it. */
import { launchLifeMs } from '../launches/sessions.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { WorkerTask } from './worker.ts';

interface SweepDeps {
  readonly storage: Pick<Storage, 'launches' | 'loginStates' | 'ltiRows' | 'sessions'>;
  readonly clock: () => number;
}

const everyMs = 60_000;
/** Rows per run; small, so that writes stay short. */
const limit = 500;

/** Runs every minute, or again at once if the limit was reached. */
export function createSweepTask({ storage, clock }: SweepDeps): WorkerTask {
  let nextAt = 0;
  return {
    name: 'sweep',
    async run() {
      const now = clock();
      if (now < nextAt) return false;
      const deleted = [
        await storage.loginStates.deleteExpired(now, limit),
        await storage.sessions.deleteExpired(now, limit),
        await storage.launches.deleteOld(now - launchLifeMs, limit),
        await storage.ltiRows.deleteExpired(now, limit),
      ];
      const more = deleted.some((count) => count >= limit);
      if (!more) nextAt = now + everyMs;
      return more;
    },
  };
}
