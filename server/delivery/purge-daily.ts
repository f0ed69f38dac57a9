/** Once a day, by whichever worker is first: a row with the day's name is its lease. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { AppError } from '../base/errors.ts';
import type { ErasureDeps } from '../erasure/erase-person.ts';
import { type AuditRetentionDeps, purgeAudit } from '../erasure/audit-retention.ts';
import { purgeOld } from '../erasure/retention.ts';
import type { WorkerTask } from './worker.ts';

const collection = 'retention-day';
const everyMs = 3_600_000;
const dayMs = 86_400_000;
/** An erasure of yesterday may have ended today, and a try may have failed. */
const lookBackMs = 3 * dayMs;

type PurgeDeps = ErasureDeps & AuditRetentionDeps & { readonly rows: Pick<LtiRows, 'insert'> };

export function createPurgeTask(deps: PurgeDeps): WorkerTask {
  let nextAt = 0;
  return {
    name: 'retention',
    async run() {
      const now = deps.clock();
      if (now < nextAt) return false;
      nextAt = now + everyMs;
      if (!(await isFirst(deps.rows, now))) return false;
      // The audit has what was erased.
      await runPart(deps, 'retention-studies', () => purgeOld(deps));
      await runPart(deps, 'retention-audit', () => purgeAudit(deps, 'worker'));
      await runPart(deps, 'retention-unused-space', () =>
        deps.storage.erasures.overwriteUnused(now - lookBackMs),
      );
      return false;
    },
  };
}

/** A part that fails waits for the next day, and the parts after it don't. */
async function runPart({ log }: PurgeDeps, task: string, part: () => Promise<unknown>): Promise<void> {
  try {
    await part();
  } catch (error) {
    log.error({ task, err: error }, 'delivery.task-failed');
  }
}

/** A worker that dies on the way leaves the rest to the next day. */
async function isFirst(rows: Pick<LtiRows, 'insert'>, now: number): Promise<boolean> {
  const day = new Date(now).toISOString().slice(0, 10);
  try {
    await rows.insert({
      collection,
      index: { day },
      uniqueKey: day,
      value: '{}',
      createdAt: now,
      expiresAt: now + 2 * dayMs,
    });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.duplicate') return false;
    throw error;
  }
}
