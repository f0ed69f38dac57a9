/** Each running worker renews a row that expires. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import type { WorkerTask } from './worker.ts';

interface HeartbeatDeps {
  readonly rows: Pick<LtiRows, 'find' | 'replace'>;
  readonly clock: () => number;
  readonly randomId: () => string;
}

const collection = 'live-worker';
const everyMs = 10_000;
export const heartbeatLifeMs = 60_000;

export function createHeartbeat({ rows, clock, randomId }: HeartbeatDeps): WorkerTask {
  const worker = randomId();
  let nextAt = 0;
  return {
    name: 'heartbeat',
    async run() {
      const now = clock();
      if (now < nextAt) return false;
      const index = { worker };
      const row = { collection, index, uniqueKey: worker, value: '{}', createdAt: now };
      await rows.replace(index, { ...row, expiresAt: now + heartbeatLifeMs });
      nextAt = now + everyMs;
      return false;
    },
  };
}

export async function countLiveWorkers({ rows, clock }: Omit<HeartbeatDeps, 'randomId'>): Promise<number> {
  return (await rows.find(collection, {}, clock())).length;
}
