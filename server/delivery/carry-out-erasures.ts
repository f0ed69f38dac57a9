import { sweepErasures } from '../erasure/sweep-erasures.ts';
import type { WorkerTask } from './worker.ts';

const everyMs = 10_000;

/** Runs every ten seconds, or again at once if more is due. */
export function createErasureTask(deps: Parameters<typeof sweepErasures>[0]): WorkerTask {
  let nextAt = 0;
  return {
    name: 'erasures',
    async run() {
      const now = deps.clock();
      if (now < nextAt) return false;
      const more = await sweepErasures(deps);
      if (!more) nextAt = now + everyMs;
      return more;
    },
  };
}
