/** `platform invite --approve`: an invitation may approve one registration, within an hour. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';

interface SelfApprovalDeps {
  readonly storage: { readonly ltiRows: Pick<LtiRows, 'find' | 'replace' | 'remove'> };
  readonly clock: () => number;
}

const collection = 'self-approval';
const lifeMs = 3_600_000;

/** Returns when it ends, ms since 1970 UTC. */
export async function allowSelfApproval(
  { storage, clock }: SelfApprovalDeps,
  invitationId: string,
): Promise<number> {
  const [createdAt, index] = [clock(), { invitation: invitationId }];
  const expiresAt = createdAt + lifeMs;
  const row = { collection, index, uniqueKey: invitationId, value: '{}', createdAt, expiresAt };
  await storage.ltiRows.replace(index, row);
  return expiresAt;
}

export async function hasSelfApproval(
  { storage, clock }: SelfApprovalDeps,
  invitationId: string,
): Promise<boolean> {
  return (await storage.ltiRows.find(collection, { invitation: invitationId }, clock())).length > 0;
}

/** True once at most; the caller holds the invitation alone. */
export async function takeSelfApproval(deps: SelfApprovalDeps, invitationId: string): Promise<boolean> {
  if (!(await hasSelfApproval(deps, invitationId))) return false;
  await endSelfApproval(deps, invitationId);
  return true;
}

export function endSelfApproval(
  { storage }: Pick<SelfApprovalDeps, 'storage'>,
  invitationId: string,
): Promise<void> {
  return storage.ltiRows.remove(collection, { invitation: invitationId });
}
