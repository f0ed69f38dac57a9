import { AppError } from '../base/errors.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { recordAudit } from '../records/audit.ts';
import type { AuditDeps } from '../records/audit.ts';
import { ensureDefaults } from './defaults.ts';

interface AddPlatformDeps extends AuditDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly provider: Pick<LtiProvider, 'registerPlatform'>;
  readonly publicUrl: string;
}

interface PlatformRequest {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  readonly tokenAudience?: string;
  readonly deploymentIds: readonly string[];
  /** Origins in addition to those of issuer and authorization address. */
  readonly origins: readonly string[];
  readonly privateHosts?: readonly string[];
  /** Absent: the only organisation there is. */
  readonly organisationId?: string;
}

export interface ToolAddresses {
  readonly platformRef: string;
  readonly loginUrl: string;
  readonly launchUrl: string;
  readonly keySetUrl: string;
}

/** @throws AppError storage.duplicate if (issuer, client id) exists */
export async function addPlatform(deps: AddPlatformDeps, request: PlatformRequest): Promise<ToolAddresses> {
  const { storage, randomId, clock } = deps;
  const existing = await storage.platforms.listRegistrationsByIssuer(request.issuer, request.clientId);
  if (existing.length > 0)
    throw new AppError('storage.duplicate', { issuer: request.issuer, clientId: request.clientId });
  const { organisation, study } = await ensureDefaults(deps, request.organisationId);
  const owner = { organisationId: organisation.id, createdAt: clock() };
  const platform: Platform = {
    ...owner,
    id: randomId(),
    ref: randomId(),
    name: request.name,
    privateHosts: request.privateHosts ?? [],
    origins: originsOf([request.issuer, request.authorizationUrl, ...request.origins]),
  };
  const registration: Registration = {
    ...owner,
    id: randomId(),
    platformId: platform.id,
    issuer: request.issuer,
    clientId: request.clientId,
    authorizationUrl: request.authorizationUrl,
    tokenUrl: request.tokenUrl,
    keySetUrl: request.keySetUrl,
    family: null,
    active: true,
  };
  // Keys before the registration: a registration without keys fails later and less clearly.
  await deps.provider.registerPlatform(request);
  await storage.platforms.insert(platform);
  for (const deploymentId of request.deploymentIds) {
    await storage.platforms.ensureDeployment({
      ...owner,
      platformId: platform.id,
      registrationId: registration.id,
      deploymentId,
      status: 'approved',
      studyId: study.id,
    });
  }
  // Inserted last, because it makes the platform known: until then the command can be repeated.
  await storage.platforms.insertRegistration(registration);
  await audit(deps, platform, registration);
  return addressesOf(deps.publicUrl, platform.ref);
}

async function audit(
  deps: AddPlatformDeps,
  { id, privateHosts }: Platform,
  { organisationId, issuer, clientId }: Registration,
): Promise<void> {
  const event = { organisationId, actor: 'operator', subject: `platform:${id}` } as const;
  await recordAudit(deps, { ...event, action: 'platform.added', details: { issuer, clientId } });
  for (const host of privateHosts) {
    await recordAudit(deps, { ...event, action: 'private-host.allowed', details: { host } });
  }
}

export function addressesOf(publicUrl: string, platformRef: string): ToolAddresses {
  return {
    platformRef,
    loginUrl: `${publicUrl}/lti/login/${platformRef}`,
    launchUrl: `${publicUrl}/lti/launch`,
    keySetUrl: `${publicUrl}/lti/keys/${platformRef}`,
  };
}

/** Issuers that frame no pages, such as Canvas's, do no harm. */
export function originsOf(addresses: readonly string[]): string[] {
  return [
    ...new Set(
      addresses
        .filter((address) => URL.canParse(address))
        .map((address) => new URL(address).origin)
        // An address without a host has the origin `null`.
        .filter((origin) => origin !== 'null'),
    ),
  ];
}
