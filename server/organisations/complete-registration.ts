/** After the invitation is used up: nothing here may open it again. */
import type { GuardedFetch } from '../../lti/net/guarded-fetch.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import type { PlatformFamily } from '../../lti/platform-quirks.ts';
import type { AuditDeps } from '../records/audit.ts';
import type { Invitation } from '../storage/ports/invitations.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { checkConnection } from './connection.ts';
import type { Connection, ConnectionDeps } from './connection.ts';
import { approveRegistration } from './manage-platform.ts';
import { takeSelfApproval } from './self-approval.ts';

export interface CompletionDeps extends AuditDeps, Pick<ConnectionDeps, 'keyReads'> {
  readonly storage: Storage;
  readonly provider: Pick<LtiProvider, 'setPlatformActive' | 'probeToken'>;
}

export interface StoredRegistration {
  readonly ok: true;
  readonly registration: Registration;
  readonly platform: Platform;
  readonly family: PlatformFamily;
  readonly productVersion: string | null;
  /** For this LMS, with the private hosts of its invitation. */
  readonly via: GuardedFetch;
}

export interface Registered extends Omit<StoredRegistration, 'via'> {
  /** Otherwise an operator approves. */
  readonly isApproved: boolean;
  readonly connection: Connection;
}

export async function completeRegistration(
  deps: CompletionDeps,
  invitation: Invitation,
  { via, ...stored }: StoredRegistration,
): Promise<Registered> {
  const { registration, platform } = stored;
  const isApproved = await approveByInvitation(deps, invitation, stored);
  const connection = await checkConnection(deps, registration, platform.ref, via);
  return { ...stored, isApproved, connection };
}

async function approveByInvitation(
  deps: CompletionDeps,
  { id, expectedHost }: Invitation,
  { registration, platform }: Pick<StoredRegistration, 'registration' | 'platform'>,
): Promise<boolean> {
  // A shared issuer, such as Canvas's, doesn't name this host.
  if (new URL(registration.issuer).host !== expectedHost) return false;
  if (!(await takeSelfApproval(deps, id))) return false;
  await approveRegistration(deps, platform, registration, `invitation:${id}`);
  return true;
}
