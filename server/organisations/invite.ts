import { createHash } from 'node:crypto';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Invitation } from '../storage/ports/invitations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { recordAudit } from '../records/audit.ts';
import type { AuditDeps } from '../records/audit.ts';
import { ensureDefaults } from './defaults.ts';
import { allowSelfApproval } from './self-approval.ts';

const lifeMs = 7 * 24 * 3_600_000;

interface InviteDeps extends AuditDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly publicUrl: string;
  readonly randomToken: () => string;
}

export interface InvitationRequest {
  readonly name: string;
  /** Host of the LMS, with port; null: any. */
  readonly expectedHost: string | null;
  readonly withNames: boolean;
  /** Null: the invitation adds a new platform. */
  readonly platformRef: string | null;
  readonly privateHosts: readonly string[];
  /** Null: the only organisation there is. */
  readonly organisationId: string | null;
  /** Approves `expectedHost` within an hour; no effect without a host. */
  readonly approves?: boolean;
}

/** Shown once and never stored. */
export interface InvitationAddress {
  readonly id: string;
  readonly registrationUrl: string;
  readonly expiresAt: number;
  /** Until then it approves by itself; null: an operator approves. */
  readonly approvesUntil: number | null;
}

/** @throws AppError platform.unknown */
export async function invitePlatform(
  deps: InviteDeps,
  request: InvitationRequest,
): Promise<InvitationAddress> {
  // Never whatever comes.
  const approves = request.approves === true && request.expectedHost !== null;
  const secret = deps.randomToken();
  const createdAt = deps.clock();
  const { organisationId, platformId } = await findOwner(deps, request);
  const invitation: Invitation = {
    id: deps.randomId(),
    organisationId,
    secretHash: hashInvitation(secret),
    platformName: request.name,
    platformId,
    expectedHost: request.expectedHost,
    withNames: request.withNames,
    privateHosts: request.privateHosts,
    createdAt,
    expiresAt: createdAt + lifeMs,
    state: 'open',
    registrationId: null,
  };
  await deps.storage.invitations.insert(invitation);
  const approvesUntil = approves ? await allowSelfApproval(deps, invitation.id) : null;
  const event = { organisationId, actor: 'operator', subject: `invitation:${invitation.id}` } as const;
  const { expectedHost, withNames } = request;
  const details = { withNames, approves, ...(expectedHost === null ? {} : { expectedHost }) };
  await recordAudit(deps, { ...event, action: 'platform.invited', details });
  for (const host of request.privateHosts) {
    await recordAudit(deps, { ...event, action: 'private-host.allowed', details: { host } });
  }
  const registrationUrl = `${deps.publicUrl}/lti/register/${secret}`;
  return { id: invitation.id, registrationUrl, expiresAt: invitation.expiresAt, approvesUntil };
}

/** By its hash, so timing reveals nothing about the secret. */
export function hashInvitation(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

async function findOwner(
  deps: InviteDeps,
  { platformRef, organisationId }: InvitationRequest,
): Promise<Pick<Invitation, 'organisationId' | 'platformId'>> {
  if (platformRef !== null) {
    const platform = await deps.storage.platforms.findByRef(platformRef);
    if (platform === undefined) throw new AppError('platform.unknown', { ref: platformRef });
    return { organisationId: platform.organisationId, platformId: platform.id };
  }
  const { organisation } = await ensureDefaults(deps, organisationId);
  return { organisationId: organisation.id, platformId: null };
}
