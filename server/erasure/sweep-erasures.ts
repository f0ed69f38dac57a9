import type { Erasure } from '../storage/ports/erasures.ts';
import { carryOut, settledMs } from './carry-out.ts';
import { describeErasure } from './certificate.ts';
import { listDueOrders } from './due-orders.ts';
import { type ErasureDeps, recordErasure, subjectOf } from './erase-person.ts';

/** Few, because each deletes whole attempts. */
const limit = 20;

/**
 * Carries out what is due: withdrawals, what an interruption left, and the second pass of every erasure, after which
 * nothing says any more whom it was about.
 * @returns whether anything was carried out, so that more may be due
 */
export async function sweepErasures(deps: ErasureDeps): Promise<boolean> {
  const { storage, clock } = deps;
  const { orders, unreadable } = await listDueOrders(deps, clock(), limit);
  // Later, so that orders which cannot be carried out don't fill every pass and hold back the others.
  const postpone = (id: string): Promise<void> => storage.erasures.postpone(id, clock() + settledMs);
  let done = 0;
  for (const erasure of orders) {
    try {
      await sweep(deps, erasure);
      done += 1;
    } catch (error) {
      deps.log.error({ erasure: erasure.id, err: error }, 'erasure.not-carried-out');
      await postpone(erasure.id);
    }
  }
  for (const id of unreadable) await postpone(id);
  return done > 0;
}

/** One pass over one order. @throws as carryOut */
export async function sweep(deps: ErasureDeps, erasure: Erasure): Promise<void> {
  const settledAt = erasure.at + settledMs;
  // Read before the pass, which may take long.
  const isLast = deps.clock() >= settledAt;
  const counts = { ...erasure.counts };
  for (const [name, count] of Object.entries(await carryOut(deps, erasure)))
    counts[name] = (counts[name] ?? 0) + count;
  const next = isLast ? { subject: null, sweepAt: null } : { sweepAt: settledAt };
  const swept = { ...erasure, counts, ...next };
  if (isLast && erasure.kind !== 'withdrawal') await recordInterrupted(deps, swept);
  await deps.storage.erasures.put(swept);
}

/** The row is written at the end of the first pass, which an interruption may have cut off. */
async function recordInterrupted(deps: ErasureDeps, erasure: Erasure): Promise<void> {
  const { id, organisationId } = erasure;
  const [row] = await deps.storage.audit.listBySubject(organisationId, subjectOf(id), { limit: 1 });
  if (row !== undefined) return;
  // Which operator it was is not known any more.
  const requestedBy = erasure.requestedBy === 'person' ? 'person' : 'worker';
  await recordErasure(deps, { ...erasure, requestedBy }, await describeErasure(deps, erasure));
}
