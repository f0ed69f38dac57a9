/** Adds an LMS: our record of it, its registration with a key pair of its own, and its deployments. */
import { AppError } from '../base/errors.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { recordAudit } from '../records/audit.ts';
import type { AuditDeps } from '../records/audit.ts';
import { ensureDefaults } from './defaults.ts';

interface Makers extends AuditDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly provider: Pick<LtiProvider, 'registerPlatform'>;
  readonly publicUrl: string;
}

interface PlatformToAdd {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  /** Whom token requests are addressed to, where it isn't the token address. */
  readonly tokenAudience?: string;
  readonly deploymentIds: readonly string[];
  /** Origins that frame the tool, besides the issuer's and the authorization address's. */
  readonly origins: readonly string[];
  /** Hosts of a private network that calls to it may reach. */
  readonly privateHosts?: readonly string[];
  /** The one organisation there is where absent. */
  readonly organisationId?: string;
}

/** What an administrator enters in the LMS. */
export interface ToolAddresses {
  readonly platformRef: string;
  readonly loginUrl: string;
  readonly launchUrl: string;
  readonly keySetUrl: string;
}

/** @throws AppError storage.duplicate where (issuer, client id) is known already */
export async function addPlatform(makers: Makers, wish: PlatformToAdd): Promise<ToolAddresses> {
  const { storage, randomId, clock } = makers;
  const known = await storage.platforms.listRegistrationsByIssuer(wish.issuer, wish.clientId);
  if (known.length > 0)
    throw new AppError('storage.duplicate', { issuer: wish.issuer, clientId: wish.clientId });
  const { organisation, study } = await ensureDefaults(makers, wish.organisationId);
  const owner = { organisationId: organisation.id, createdAt: clock() };
  const platform: Platform = {
    ...owner,
    id: randomId(),
    ref: randomId(),
    name: wish.name,
    privateHosts: wish.privateHosts ?? [],
    origins: originsOf([wish.issuer, wish.authorizationUrl, ...wish.origins]),
  };
  const registration: Registration = {
    ...owner,
    id: randomId(),
    platformId: platform.id,
    issuer: wish.issuer,
    clientId: wish.clientId,
    authorizationUrl: wish.authorizationUrl,
    tokenUrl: wish.tokenUrl,
    keySetUrl: wish.keySetUrl,
    family: null,
    active: true,
  };
  // Keys first: a registration that can be launched but has no key would fail later and less clearly.
  await makers.provider.registerPlatform(wish);
  await storage.platforms.insert(platform);
  for (const deploymentId of wish.deploymentIds) {
    await storage.platforms.ensureDeployment({
      ...owner,
      platformId: platform.id,
      registrationId: registration.id,
      deploymentId,
      status: 'approved',
      studyId: study.id,
    });
  }
  // Last: with it the platform counts as known, so a command that was cut short can simply be given again.
  await storage.platforms.insertRegistration(registration);
  await note(makers, platform, registration);
  return addressesOf(makers.publicUrl, platform.ref);
}

async function note(
  makers: Makers,
  { id, privateHosts }: Platform,
  { organisationId, issuer, clientId }: Registration,
): Promise<void> {
  const event = { organisationId, actor: 'operator', subject: `platform:${id}` } as const;
  await recordAudit(makers, { ...event, action: 'platform.added', details: { issuer, clientId } });
  for (const host of privateHosts) {
    await recordAudit(makers, { ...event, action: 'private-host.allowed', details: { host } });
  }
}

function addressesOf(publicUrl: string, platformRef: string): ToolAddresses {
  return {
    platformRef,
    loginUrl: `${publicUrl}/lti/login/${platformRef}`,
    launchUrl: `${publicUrl}/lti/launch`,
    keySetUrl: `${publicUrl}/lti/keys/${platformRef}`,
  };
}

/** The origins of addresses, each once. Issuers such as Canvas's are no addresses that frame anything, but do no harm in the list. */
export function originsOf(addresses: readonly string[]): string[] {
  return [
    ...new Set(
      addresses
        .filter((address) => URL.canParse(address))
        .map((address) => new URL(address).origin)
        // What an address without a host has for an origin.
        .filter((origin) => origin !== 'null'),
    ),
  ];
}
