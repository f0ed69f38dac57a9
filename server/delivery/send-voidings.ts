/** Voids at record stores what an erasure or a withdrawal named. The ids make repeats harmless. */
import type { Log } from '../base/log.ts';
import { unlessThrown } from '../base/errors.ts';
import type { DeliveryResult } from '../storage/ports/deliveries.ts';
import type { Destination, DestinationsPort } from '../storage/ports/destinations.ts';
import { readById } from '../storage/read-pages.ts';
import type { VoidingResult, VoidingsPort } from '../storage/ports/voidings.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import { backoffMs, gradeBackoff } from './backoff.ts';
import { sendBatch } from './send-batch.ts';
import type { TaskSource, WorkerTask } from './worker.ts';

interface VoidingDeps {
  readonly destinations: DestinationsPort;
  readonly voidings: Pick<VoidingsPort, 'lease' | 'settle'>;
  readonly createClient: (destination: Destination) => LrsClient;
  readonly clock: () => number;
  readonly chance: () => number;
  readonly randomId: () => string;
  readonly log: Log;
}

const leaseMs = 60_000;
const batchSize = 25;

/** One task per destination, so that none delays another. */
export function createVoidingTasks(deps: VoidingDeps): TaskSource {
  const holder = deps.randomId();
  return {
    name: 'voidings',
    async list() {
      const tasks: WorkerTask[] = [];
      for await (const { organisationId, id } of readById((page) => deps.destinations.list(page))) {
        tasks.push({
          name: `voidings/${id}`,
          run: (stopping) => sendNext(deps, { organisationId, id }, { holder, stopping }),
        });
      }
      return tasks;
    },
  };
}

/** Returns whether more may be waiting. A paused store gets them once it is resumed. */
async function sendNext(
  deps: VoidingDeps,
  { organisationId, id }: Pick<Destination, 'organisationId' | 'id'>,
  { holder, stopping }: { readonly holder: string; readonly stopping: AbortSignal },
): Promise<boolean> {
  const { destinations, voidings, clock } = deps;
  const destination = await destinations.find(organisationId, id);
  const now = clock();
  if (destination === undefined || destination.status === 'paused' || destination.notBefore > now)
    return false;
  const request = { organisationId, destinationId: id, holder, now, until: now + leaseMs };
  const leased = await voidings.lease({ ...request, limit: batchSize });
  if (leased.length === 0) return false;
  const client = unlessThrown(() => deps.createClient(destination), 'secret.unreadable');
  // The delivery of statements pauses the destination and tells the operator.
  if (client === undefined) return false;
  const batch = leased.map(({ id: statementId, bytes, tries }) => ({
    statementId,
    bytes,
    tries,
    attemptId: '',
    logSeq: 0,
  }));
  // Only a voiding of this very statement has this id: an earlier order was sent at another time.
  const { results, trouble } = await sendBatch(client, batch, stopping, { idSaysAll: true });
  const triesOf = new Map(leased.map((voiding) => [voiding.id, voiding.tries]));
  await voidings.settle(
    id,
    holder,
    results.map((result) =>
      judge(deps, result, { tries: (triesOf.get(result.statementId) ?? 0) + 1, isDelayed: trouble !== null }),
    ),
  );
  if (trouble !== null) deps.log.warn({ destination: id, fault: trouble.fault }, 'voidings.delayed');
  return trouble === null;
}

function judge(
  { clock, chance }: Pick<VoidingDeps, 'clock' | 'chance'>,
  { statementId: id, state, lastError, tried }: DeliveryResult,
  { tries, isDelayed }: { readonly tries: number; readonly isDelayed: boolean },
): VoidingResult {
  if (state === 'sent') return { id, state: 'sent', nextAt: clock(), lastError: '', tried };
  if (state === 'dead') return { id, state: 'refused', nextAt: 0, lastError, tried };
  const waitMs = isDelayed ? backoffMs(gradeBackoff, tries, chance()) : 0;
  return { id, state: 'pending', nextAt: clock() + waitMs, lastError, tried };
}
