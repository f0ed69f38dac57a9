/** Dynamic registration by invitation; the protocol is in lti/registration/registration.ts. */
import { createGuardedFetch } from '../../lti/net/guarded-fetch.ts';
import type { GuardedFetchOptions } from '../../lti/net/guarded-fetch.ts';
import { getPlatformQuirks } from '../../lti/platform-quirks.ts';
import type { LtiProvider } from '../../lti/engine/provider.ts';
import { mayRegistrationPass, refuseRegistration } from '../../lti/registration/registration-codes.ts';
import type { RegistrationRefusal } from '../../lti/registration/registration-codes.ts';
import { describePlatform, requestRegistration } from '../../lti/registration/registration.ts';
import type {
  PlatformDescription,
  RegisteredClient,
  RegistrationDeps,
} from '../../lti/registration/registration.ts';
import { createRegistrationRequest } from '../../lti/registration/registration-request.ts';
import { AppError } from '../base/errors.ts';
import type { Secrets } from '../base/secrets.ts';
import type { Invitation } from '../storage/ports/invitations.ts';
import type { Platform, PlatformsPort, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { originsOf } from './add-platform.ts';
import { recordAudit } from '../records/audit.ts';
import { completeRegistration } from './complete-registration.ts';
import type { CompletionDeps, Registered, StoredRegistration } from './complete-registration.ts';
import { ensureDefaults } from './defaults.ts';
import { hashInvitation } from './invite.ts';
import { isSameSite } from './registrable-domain.ts';

export interface RegisterDeps extends CompletionDeps {
  readonly storage: Storage;
  readonly secrets: Secrets;
  readonly provider: CompletionDeps['provider'] & Pick<LtiProvider, 'registerPlatform'>;
  readonly publicUrl: string;
  readonly allowInsecureLoopback: boolean;
  readonly outgoing?: Pick<GuardedFetchOptions, 'resolve' | 'timeoutMs' | 'maxBytes'>;
}

export interface RegistrationRequest {
  readonly secret: string;
  readonly configurationUrl: string;
  /** One-time token for the LMS's registration endpoint. */
  readonly token: string | null;
  /** In the language of the LMS, as far as its browser tells. */
  readonly description: string;
}

/** `invitation` only for an unexpected host: its holder may read it. */
export type InvitationRefusal = RegistrationRefusal & { readonly invitation?: Invitation };

export async function findInvitation(
  { storage, clock }: Pick<RegisterDeps, 'storage' | 'clock'>,
  secret: string,
  configurationUrl: string | null,
): Promise<{ readonly ok: true; readonly invitation: Invitation } | InvitationRefusal> {
  const invitation = await storage.invitations.find(hashInvitation(secret));
  if (invitation === undefined) return refuseRegistration('registration.invitation-unknown');
  if (invitation.state !== 'open') return refuseRegistration('registration.invitation-used');
  if (invitation.expiresAt <= clock()) return refuseRegistration('registration.invitation-expired');
  const { expectedHost } = invitation;
  const isExpected =
    configurationUrl === null ||
    expectedHost === null ||
    (URL.canParse(configurationUrl) && new URL(configurationUrl).host === expectedHost);
  return isExpected
    ? { ok: true, invitation }
    : { ...refuseRegistration('registration.host-unexpected'), invitation };
}

/** Inactive unless its invitation approves. Of concurrent calls, one succeeds. */
export async function registerByInvitation(
  deps: RegisterDeps,
  request: RegistrationRequest,
): Promise<Registered | InvitationRefusal> {
  const found = await findInvitation(deps, request.secret, request.configurationUrl);
  if (!found.ok) return found;
  const { invitation } = found;
  const { invitations } = deps.storage;
  if (!(await invitations.begin(invitation.secretHash, deps.clock()))) {
    return refuseRegistration('registration.invitation-used');
  }
  let outcome: StoredRegistration | RegistrationRefusal;
  try {
    outcome = await register(deps, invitation, request);
    if (outcome.ok) await invitations.finish(invitation.secretHash, outcome.registration.id);
    else if (mayRegistrationPass(outcome.code)) await invitations.finish(invitation.secretHash, null);
  } catch (error) {
    // An error of ours must not use up the invitation.
    await invitations.finish(invitation.secretHash, null);
    throw error;
  }
  return outcome.ok ? completeRegistration(deps, invitation, outcome) : outcome;
}

async function register(
  deps: RegisterDeps,
  invitation: Invitation,
  { configurationUrl, token, description: text }: RegistrationRequest,
): Promise<StoredRegistration | RegistrationRefusal> {
  const outgoing = createOutgoing(deps, invitation);
  const description = await describePlatform(outgoing, configurationUrl);
  if (!description.ok) return description;
  const platform = await planPlatform(deps, invitation, description);
  const { publicUrl } = deps;
  const body = createRegistrationRequest(
    {
      publicUrl,
      platformRef: platform.ref,
      name: 'NUM+',
      description: text,
      withNames: invitation.withNames,
    },
    description,
  );
  const client = await requestRegistration(outgoing, description, { body, token });
  if (!client.ok) return client;
  const stored = await store(deps, invitation, { platform, description, client });
  if (!stored.ok) return stored;
  return {
    ...stored,
    platform,
    family: getPlatformQuirks(description).family,
    productVersion: description.productVersion,
    via: outgoing.guardedFetch,
  };
}

function createOutgoing(
  { allowInsecureLoopback, outgoing = {}, log }: RegisterDeps,
  { id, privateHosts, expectedHost }: Invitation,
): RegistrationDeps {
  return {
    guardedFetch: createGuardedFetch({
      ...outgoing,
      allowInsecureLoopback,
      findPrivateHosts: () => Promise.resolve(privateHosts),
      notePrivateHost: (hostname) => {
        log.info({ hostname, invitation: id }, 'lti.private-host-used');
      },
    }),
    hosts: {
      isSameSite,
      allowInsecureLoopback,
      namedHosts: [...privateHosts, ...(expectedHost === null ? [] : [expectedHost])],
    },
  };
}

async function planPlatform(
  { storage, clock, randomId }: RegisterDeps,
  invitation: Invitation,
  { issuer, authorizationUrl }: PlatformDescription,
): Promise<Platform> {
  const { organisationId, platformId, platformName: name, privateHosts } = invitation;
  if (platformId !== null) {
    const present = await storage.platforms.find(organisationId, platformId);
    if (present !== undefined) {
      return { ...present, privateHosts: [...new Set([...present.privateHosts, ...privateHosts])] };
    }
  }
  const origins = originsOf([issuer, authorizationUrl]);
  return { id: randomId(), ref: randomId(), organisationId, name, origins, privateHosts, createdAt: clock() };
}

interface Outcome {
  readonly platform: Platform;
  readonly description: PlatformDescription;
  readonly client: RegisteredClient;
}

async function store(
  deps: RegisterDeps,
  invitation: Invitation,
  { platform, description, client }: Outcome,
): Promise<{ readonly ok: true; readonly registration: Registration } | RegistrationRefusal> {
  const { platforms } = deps.storage;
  const { issuer, authorizationUrl, tokenUrl, keySetUrl } = description;
  const { organisationId } = invitation;
  const registration: Registration = {
    id: deps.randomId(),
    organisationId,
    platformId: platform.id,
    issuer,
    clientId: client.clientId,
    authorizationUrl,
    tokenUrl,
    keySetUrl,
    family: description.productFamily === null ? null : getPlatformQuirks(description).family,
    active: false,
    createdAt: deps.clock(),
  };
  if (!(await addKeys(deps, registration, platform.name, description.tokenAudience))) return alreadyKnown();
  if (invitation.platformId === null) await platforms.insert(platform);
  else await platforms.setReach(organisationId, platform.id, platform);
  const { study } = await ensureDefaults(deps, organisationId);
  await ensurePendingDeployment(deps, registration, client.deploymentId, study.id);
  // Last: makes the registration known. A concurrent call may be first.
  if (!(await insertOnce(platforms, registration))) return alreadyKnown();
  const details = { issuer, clientId: client.clientId, platform: platform.id };
  await recordAudit(deps, {
    organisationId,
    actor: `invitation:${invitation.id}`,
    action: 'platform.registered',
    subject: `registration:${registration.id}`,
    details: client.deploymentId === null ? details : { ...details, deployment: client.deploymentId },
  });
  return { ok: true, registration };
}

function alreadyKnown(): RegistrationRefusal {
  return refuseRegistration('registration.already-known');
}

/** Returns false and changes nothing if (issuer, client id) exists. */
async function addKeys(
  { storage, provider }: RegisterDeps,
  registration: Registration,
  name: string,
  audience: string | null,
): Promise<boolean> {
  const { issuer, clientId } = registration;
  if ((await storage.platforms.listRegistrationsByIssuer(issuer, clientId)).length > 0) return false;
  try {
    const tokenAudience = audience === null ? {} : { tokenAudience: audience };
    await provider.registerPlatform({ ...registration, ...tokenAudience, name });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === 'lti.registration-exists') return false;
    throw error;
  }
}

async function insertOnce(platforms: PlatformsPort, registration: Registration): Promise<boolean> {
  try {
    await platforms.insertRegistration(registration);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage.duplicate') return false;
    throw error;
  }
}

async function ensurePendingDeployment(
  { storage, clock }: RegisterDeps,
  { id: registrationId, organisationId, platformId }: Registration,
  deploymentId: string | null,
  studyId: string,
): Promise<void> {
  if (deploymentId === null) return;
  const owner = { organisationId, platformId, registrationId };
  await storage.platforms.ensureDeployment({
    ...owner,
    deploymentId,
    status: 'pending',
    studyId,
    createdAt: clock(),
  });
}
