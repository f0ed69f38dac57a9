/** Closes attempts that were left alone for as long as the installation allows. */
import { abandonAttempt } from '../attempts/abandon.ts';
import type { AttemptServices } from '../attempts/services.ts';
import type { WorkerTask } from './worker.ts';

const dayMs = 86_400_000;
/** Days matter here: once an hour is often enough. */
const everyMs = 3_600_000;
/** Small bites: nobody's play waits for the sweep. */
const limit = 20;

/** The worker's task; it works once an hour, and at once again while a bite was full. */
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
      // One that cannot be closed must not keep the others waiting, nor the loop busy.
      const more = idle.length === limit && closed.some(({ status }) => status === 'fulfilled');
      if (!more) nextAt = now + everyMs;
      return more;
    },
  };
}
