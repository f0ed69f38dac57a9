import { recordAudit, type AuditDeps } from '../records/audit.ts';
import type { AttemptWithProgress, StatementRef } from '../storage/ports/attempts.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import type { LrsClient } from '../../xapi/lrs-client.ts';
import { type StoreFault, storeFaultOf } from '../../xapi/store-faults.ts';
import { readDeliveries } from './completeness.ts';

export interface ReconcileDeps extends AuditDeps {
  readonly storage: Pick<Storage, 'attempts' | 'deliveries' | 'audit'>;
  readonly openStore: (destination: Destination) => Pick<LrsClient, 'listIds'>;
}

export type Reconciliation =
  | {
      readonly state: 'compared';
      readonly sent: number;
      /** Number of statements that the store has with this registration. */
      readonly held: number;
      /** Ids that the store confirmed but does not have. */
      readonly missing: readonly string[];
      /** Ids that the store has but we did not send. */
      readonly foreign: readonly string[];
      readonly requeued: number;
    }
  | {
      readonly state: 'unanswered';
      readonly because: StoreFault;
      /** 0: no response. */
      readonly status: number;
      /** From the store or the network; may be empty. */
      readonly message: string;
    };

/** `requeue` sends missing statements again, with the same bytes. */
export async function reconcile(
  deps: ReconcileDeps,
  destination: Destination,
  { attempt, progress: { validity } }: AttemptWithProgress,
  requeue: boolean,
): Promise<Reconciliation> {
  const answer = await deps.openStore(destination).listIds(attempt.id);
  if (answer.kind !== 'ok') {
    const { status, message } = answer;
    return { state: 'unanswered', because: storeFaultOf(answer), status, message };
  }
  const rows = await readDeliveries(deps, destination, attempt.id);
  const sent = rows.filter(({ state }) => state === 'sent');
  const inStore = new Set(answer.ids);
  const ours = new Set(rows.map(({ statementId }) => statementId));
  // Stores don't list what was voided.
  const voidedBefore = validity.state === 'invalid' && validity.reason === 'staff' ? validity.logSeq : 0;
  const lost = sent.filter(({ statementId, logSeq }) => logSeq >= voidedBefore && !inStore.has(statementId));
  const missing = lost.map(({ statementId }) => statementId);
  const requeued = requeue ? await sendAgain(deps, destination, attempt.id, lost) : 0;
  const foreign = answer.ids.filter((id) => !ours.has(id));
  return { state: 'compared', sent: sent.length, held: inStore.size, missing, foreign, requeued };
}

async function sendAgain(
  deps: ReconcileDeps,
  { organisationId, id }: Destination,
  attemptId: string,
  lost: readonly StatementRef[],
): Promise<number> {
  if (lost.length === 0) return 0;
  const count = await deps.storage.deliveries.resend(organisationId, id, lost);
  await recordAudit(deps, {
    organisationId,
    actor: 'operator',
    action: 'statements.requeued',
    subject: `destination:${id}`,
    details: { attempt: attemptId, statements: count },
  });
  return count;
}
