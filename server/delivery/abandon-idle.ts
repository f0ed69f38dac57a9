import { abandonAttempt } from '../attempts/abandon.ts';
import type { AttemptServices } from '../attempts/services.ts';
import type { WorkerTask } from './worker.ts';

const dayMs = 86_400_000;
/** The limit is in days. */
const everyMs = 3_600_000;
/** Attempts per run; small, so that play never waits. */
const limit = 20;

/** Runs hourly, or again at once if the limit was reached. */
export function createAbandonTask(services: AttemptServices, idleDays: number): WorkerTask {
  let nextAt = 0;
  return {
    name: 'abandon',
    async run() {
      const now = services.clock();
      if (now < nextAt) return false;
      const before = now - idleDays * dayMs;
      const idle = await services.storage.attempts.listIdle(before, limit);
      const closed = await Promise.allSettled(
        idle.map(({ attempt }) => abandonAttempt(services, attempt, before)),
      );
      for (const [index, outcome] of closed.entries()) {
        if (outcome.status === 'fulfilled') continue;
        const attempt = idle[index]?.attempt.id;
        services.log.warn({ attempt, err: outcome.reason as unknown }, 'attempt.not-abandoned');
      }
      // If none could be closed, an immediate run would find the same ones.
      const more = idle.length === limit && closed.some(({ status }) => status === 'fulfilled');
      if (!more) nextAt = now + everyMs;
      return more;
    },
  };
}
