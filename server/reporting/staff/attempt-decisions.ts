/** Audited; the caller checks permission. */
import type { InvalidReason } from '../../../scenarios/kit/log.ts';
import { reopenAttempt } from '../../attempts/reopen.ts';
import type { AttemptServices } from '../../attempts/services.ts';
import { invalidateAttempt, reinstateAttempt } from '../../attempts/validity.ts';
import { type AuditDeps, type AuditEvent, recordAudit } from '../../records/audit.ts';
import type { AttemptWithProgress } from '../../storage/ports/attempts.ts';

type Deps = AttemptServices & AuditDeps;

export type AttemptDecision =
  | { readonly kind: 'reopen' }
  | { readonly kind: 'invalidate'; readonly reason: InvalidReason }
  /** Also counts an attempt that is held. */
  | { readonly kind: 'reinstate' };

/**
 * Returns false, without audit, if nothing changes.
 * @throws AppError attempt.not-reopenable, attempt.busy
 */
export async function decide(
  deps: Deps,
  actor: AuditEvent['actor'],
  find: () => Promise<AttemptWithProgress>,
  decision: AttemptDecision,
): Promise<boolean> {
  const { attempt, progress } = await find();
  const reason = decision.kind === 'invalidate' ? { reason: decision.reason } : {};
  const heldFor = progress.heldFor.length > 0 ? { heldFor: progress.heldFor.join(' ') } : {};
  if (!(await carryOut(deps, find, decision))) return false;
  await recordAudit(deps, {
    organisationId: attempt.organisationId,
    actor,
    action: `attempt.${pastOf[decision.kind]}`,
    subject: `attempt:${attempt.id}`,
    details: { ...reason, ...heldFor },
  });
  return true;
}

const pastOf = {
  reopen: 'reopened',
  invalidate: 'invalidated',
  reinstate: 'reinstated',
} as const satisfies Record<AttemptDecision['kind'], string>;

function carryOut(
  deps: Deps,
  find: () => Promise<AttemptWithProgress>,
  decision: AttemptDecision,
): Promise<boolean> {
  switch (decision.kind) {
    case 'reopen':
      return reopenAttempt(deps, find);
    case 'invalidate':
      return invalidateAttempt(deps, find, decision.reason);
    case 'reinstate':
      return reinstateAttempt(deps, find);
  }
}
