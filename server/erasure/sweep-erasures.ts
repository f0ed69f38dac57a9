import type { Log } from '../base/log.ts';
import type { Erasure } from '../storage/ports/erasures.ts';
import { carryOut, type PassDeps, settledMs } from './carry-out.ts';

interface SweepDeps extends PassDeps {
  readonly clock: () => number;
  readonly log: Log;
}

/** Few, because each deletes whole attempts. */
const limit = 20;

/**
 * Carries out what is due: withdrawals, what an interruption left, and the second pass of every erasure, after which
 * nothing says any more whom it was about.
 * @returns whether anything was carried out, so that more may be due
 */
export async function sweepErasures(deps: SweepDeps): Promise<boolean> {
  const { storage, clock } = deps;
  const due = await storage.erasures.listDue(clock(), limit);
  let done = 0;
  for (const erasure of due) {
    try {
      await sweep(deps, erasure);
      done += 1;
    } catch (error) {
      // One that cannot be carried out must not hold back the others.
      deps.log.error({ erasure: erasure.id, err: error }, 'erasure.not-carried-out');
    }
  }
  return done > 0;
}

async function sweep(deps: SweepDeps, erasure: Erasure): Promise<void> {
  const settledAt = erasure.at + settledMs;
  // Read before the pass, which may take long.
  const isLast = deps.clock() >= settledAt;
  const counts = { ...erasure.counts };
  for (const [name, count] of Object.entries(await carryOut(deps, erasure)))
    counts[name] = (counts[name] ?? 0) + count;
  const next = isLast ? { subject: null, sweepAt: null } : { sweepAt: settledAt };
  await deps.storage.erasures.put({ ...erasure, counts, ...next });
}
