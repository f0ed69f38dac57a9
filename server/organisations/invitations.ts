import { pick } from '../base/pick.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import type { Invitation } from '../storage/ports/invitations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { endSelfApproval, hasSelfApproval } from './self-approval.ts';

interface InvitationDeps extends AuditDeps {
  readonly storage: Storage;
}

export interface ListedInvitation extends Omit<Invitation, 'secretHash' | 'registrationId' | 'state'> {
  /** `in-use`: an LMS registers, or stopped halfway. `expired`: too old, or revoked. */
  readonly state: Invitation['state'] | 'expired';
  readonly approves: boolean;
}

/** Of all organisations; in each the oldest first. */
export async function listInvitations(deps: InvitationDeps): Promise<ListedInvitation[]> {
  const { organisations, invitations } = deps.storage;
  const found: ListedInvitation[] = [];
  for (const { id } of await listAll((page) => organisations.list(page))) {
    for (const one of await listAll((page) => invitations.list(id, page))) {
      found.push(await describe(deps, one));
    }
  }
  return found;
}

/**
 * Audited. Returns false if it was used or expired. An LMS that registers at this moment may still succeed, but
 * waits for an operator.
 */
export async function revokeInvitation(
  deps: InvitationDeps,
  { id, organisationId }: Pick<Invitation, 'id' | 'organisationId'>,
): Promise<boolean> {
  await endSelfApproval(deps, id);
  if (!(await deps.storage.invitations.revoke(organisationId, id, deps.clock()))) return false;
  const subject = `invitation:${id}` as const;
  await recordAudit(deps, { organisationId, actor: 'operator', action: 'invitation.revoked', subject });
  return true;
}

async function describe(deps: InvitationDeps, invitation: Invitation): Promise<ListedInvitation> {
  const { id, state, expiresAt } = invitation;
  const isOver = state !== 'used' && expiresAt <= deps.clock();
  return {
    ...pick(invitation, 'id', 'organisationId', 'platformId', 'platformName', 'expectedHost'),
    ...pick(invitation, 'withNames', 'privateHosts', 'createdAt', 'expiresAt'),
    state: isOver ? 'expired' : state,
    approves: state === 'open' && !isOver && (await hasSelfApproval(deps, id)),
  };
}
