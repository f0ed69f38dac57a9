import type { LtiProvider } from '../../lti/engine/provider.ts';
import { AppError } from '../base/errors.ts';
import type { Deployment, Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listPages } from '../storage/read-pages.ts';
import { originsOf } from './add-platform.ts';
import { recordAudit } from '../records/audit.ts';
import type { AuditDeps, AuditEvent } from '../records/audit.ts';
import { endSessions } from '../launches/end-sessions.ts';

interface ManageDeps extends AuditDeps {
  readonly storage: Storage;
  readonly provider: Pick<LtiProvider, 'setPlatformActive' | 'rotateKeys' | 'deleteKeys'>;
}

interface Approval {
  readonly registration: Registration;
  readonly deploymentIds: readonly string[];
}

export interface RotatedKeys {
  readonly registration: Registration;
  readonly kid: string;
  readonly signsFrom: number;
  /** When the old keys leave the key set, ms since 1970 UTC. */
  readonly oldUntil: number;
}

/**
 * Approves all waiting registrations, or those of `clientId`: one may have been removed on purpose.
 * @throws AppError platform.unknown, platform.ambiguous
 */
export async function approvePlatform(
  deps: ManageDeps,
  ref: string,
  clientId: string | null = null,
): Promise<readonly Approval[]> {
  const platform = await getPlatform(deps, ref);
  const waiting = (await listRegistrations(deps, platform)).filter(
    (registration) => !registration.active && (clientId === null || registration.clientId === clientId),
  );
  // A client id that several issuers use means all of them.
  if (waiting.length > 1 && clientId === null) throw new AppError('platform.ambiguous', { ref });
  const approvals: Approval[] = [];
  for (const registration of waiting) {
    approvals.push(await approveRegistration(deps, platform, registration, 'operator'));
  }
  return approvals;
}

/** With the deployments that wait for it. */
export async function approveRegistration(
  deps: Omit<ManageDeps, 'provider'> & { readonly provider: Pick<LtiProvider, 'setPlatformActive'> },
  platform: Platform,
  registration: Registration,
  actor: AuditEvent['actor'],
): Promise<Approval> {
  const { platforms } = deps.storage;
  const { organisationId, id, issuer, authorizationUrl } = registration;
  const current = (await platforms.find(organisationId, platform.id)) ?? platform;
  // An LMS that moved frames the tool from its new address.
  const origins = [...new Set([...current.origins, ...originsOf([issuer, authorizationUrl])])];
  await platforms.setReach(organisationId, platform.id, { ...current, origins });
  const pending = (await listDeployments(deps, platform)).filter(
    ({ registrationId, status }) => registrationId === id && status === 'pending',
  );
  for (const { deploymentId } of pending) {
    await platforms.setDeploymentStatus(organisationId, id, deploymentId, 'approved');
  }
  await deps.provider.setPlatformActive(registration, true);
  // Last: from now on launches are accepted.
  await platforms.setRegistrationActive(organisationId, id, true);
  const deploymentIds = pending.map(({ deploymentId }) => deploymentId);
  for (const deployment of pending) await recordDeployment(deps, deployment, 'approved', actor);
  await recordAudit(deps, {
    organisationId,
    actor,
    action: 'platform.approved',
    subject: `registration:${id}`,
    details: { platform: platform.id, deployments: deploymentIds.length },
  });
  return { registration, deploymentIds };
}

/** @throws AppError platform.unknown */
export async function rotatePlatformKeys(deps: ManageDeps, ref: string): Promise<readonly RotatedKeys[]> {
  const platform = await getPlatform(deps, ref);
  const rotated: RotatedKeys[] = [];
  for (const registration of await listRegistrations(deps, platform)) {
    if (!registration.active) continue;
    const keys = await deps.provider.rotateKeys(registration);
    rotated.push({ registration, ...keys });
    await recordAudit(deps, {
      organisationId: platform.organisationId,
      actor: 'operator',
      action: 'keys.rotated',
      subject: `registration:${registration.id}`,
      details: { kid: keys.kid },
    });
  }
  return rotated;
}

/**
 * Keeps people's data; approving the platform again undoes it.
 * @throws AppError platform.unknown
 */
export async function removePlatform(deps: ManageDeps, ref: string): Promise<readonly Registration[]> {
  const platform = await getPlatform(deps, ref);
  const { organisationId } = platform;
  const registrations = await listRegistrations(deps, platform);
  for (const registration of registrations) {
    await deps.storage.platforms.setRegistrationActive(organisationId, registration.id, false);
    await deps.provider.setPlatformActive(registration, false);
    await deps.provider.deleteKeys(registration);
  }
  await recordAudit(deps, {
    organisationId,
    actor: 'operator',
    action: 'platform.removed',
    subject: `platform:${platform.id}`,
    details: { registrations: registrations.length },
  });
  return registrations;
}

interface DeploymentRequest {
  readonly ref: string;
  readonly deploymentId: string;
  /** Null unless several registrations have this deployment. */
  readonly clientId: string | null;
}

/** @throws AppError platform.unknown, deployment.unknown, deployment.ambiguous */
export async function approveDeployment(deps: ManageDeps, request: DeploymentRequest): Promise<Deployment> {
  return setStatus(deps, await getDeployment(deps, request), 'approved');
}

interface Revocation {
  readonly deployment: Deployment;
  /** Launches whose sessions ended. */
  readonly launches: number;
}

/**
 * Ends its sessions too. Keeps people's data; approving it again allows launches.
 * @throws AppError as approveDeployment
 */
export async function revokeDeployment(deps: ManageDeps, request: DeploymentRequest): Promise<Revocation> {
  // First the status: a launch stored meanwhile checks it afterwards.
  const deployment = await setStatus(deps, await getDeployment(deps, request), 'revoked');
  const { organisationId, registrationId, deploymentId } = deployment;
  const scope = { organisationId, registrationId, deploymentId };
  return { deployment, launches: await endSessions(deps, scope, `deployment:${deploymentId}`) };
}

/** @throws AppError platform.unknown, deployment.unknown, deployment.ambiguous */
export async function getDeployment(deps: ManageDeps, request: DeploymentRequest): Promise<Deployment> {
  const platform = await getPlatform(deps, request.ref);
  const registrations = await listRegistrations(deps, platform);
  const matching = (await listDeployments(deps, platform)).filter(({ registrationId, deploymentId }) => {
    const registration = registrations.find(({ id }) => id === registrationId);
    const isClient = request.clientId === null || registration?.clientId === request.clientId;
    return deploymentId === request.deploymentId && isClient;
  });
  const [deployment, second] = matching;
  if (deployment === undefined)
    throw new AppError('deployment.unknown', { deployment: request.deploymentId });
  if (second !== undefined) throw new AppError('deployment.ambiguous', { deployment: request.deploymentId });
  return deployment;
}

async function setStatus(
  deps: ManageDeps,
  deployment: Deployment,
  status: 'approved' | 'revoked',
): Promise<Deployment> {
  const { organisationId, registrationId, deploymentId } = deployment;
  await deps.storage.platforms.setDeploymentStatus(organisationId, registrationId, deploymentId, status);
  await recordDeployment(deps, deployment, status, 'operator');
  return { ...deployment, status };
}

function recordDeployment(
  deps: AuditDeps,
  { organisationId, platformId, registrationId, deploymentId }: Deployment,
  status: 'approved' | 'revoked',
  actor: AuditEvent['actor'],
): Promise<void> {
  return recordAudit(deps, {
    organisationId,
    actor,
    action: `deployment.${status}`,
    subject: `deployment:${deploymentId}`,
    details: { registration: registrationId, platform: platformId },
  });
}

export function listDeployments(
  { storage }: Pick<ManageDeps, 'storage'>,
  { organisationId, id }: Platform,
): Promise<readonly Deployment[]> {
  return listPages<Deployment, { after?: Deployment }>(
    {},
    (page) => storage.platforms.listDeployments(organisationId, id, page),
    (after) => ({ after }),
  );
}

function listRegistrations({ storage }: ManageDeps, platform: Platform): Promise<Registration[]> {
  return storage.platforms.listRegistrations(platform.organisationId, platform.id);
}

export async function getPlatform({ storage }: Pick<ManageDeps, 'storage'>, ref: string): Promise<Platform> {
  const platform = await storage.platforms.findByRef(ref);
  if (platform === undefined) throw new AppError('platform.unknown', { ref });
  return platform;
}
