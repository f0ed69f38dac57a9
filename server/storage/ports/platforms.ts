/** Platforms with their registrations and deployments. */
import type { PlatformFamily } from '../../../lti/platform-quirks.ts';

/** Our record of an LMS. */
export interface Platform {
  readonly id: string;
  readonly organisationId: string;
  /** Random, public, in addresses: `/play/:ref`. */
  readonly ref: string;
  readonly name: string;
  /** Origins that may frame the tool. */
  readonly origins: readonly string[];
  /** Host names inside a private network that server-to-server calls may go to. */
  readonly privateHosts: readonly string[];
  readonly createdAt: number;
}

/** One (issuer, client id) of a platform; a platform may have several over its life. */
export interface Registration {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  /** Which LMS it is, as it said when it registered itself; null where somebody typed it in. */
  readonly family: PlatformFamily | null;
  readonly active: boolean;
  readonly createdAt: number;
}

export interface Deployment {
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  /** The study of new attempts under this deployment. */
  readonly studyId: string;
  readonly createdAt: number;
}

export interface PlatformsPort {
  insert(platform: Platform): Promise<void>;
  find(organisationId: string, platformId: string): Promise<Platform | undefined>;
  /** By the public reference, across organisations: a login knows no organisation yet. */
  findByRef(ref: string): Promise<Platform | undefined>;
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Platform[]>;
  /** Who may frame the tool and which private hosts it may call: both change where an LMS moves. False where there is none. */
  setReach(
    organisationId: string,
    platformId: string,
    reach: Pick<Platform, 'origins' | 'privateHosts'>,
  ): Promise<boolean>;
  /** Throws `storage.duplicate` where (issuer, clientId) exists in any organisation. */
  insertRegistration(registration: Registration): Promise<void>;
  findRegistration(organisationId: string, registrationId: string): Promise<Registration | undefined>;
  /** Whether it is there and at work: each request of a session asks. */
  isRegistrationActive(organisationId: string, registrationId: string): Promise<boolean>;
  /** Across organisations; without clientId all registrations of the issuer (at most 20). */
  listRegistrationsByIssuer(issuer: string, clientId?: string): Promise<Registration[]>;
  /** Oldest first; at most 100, many times what re-registering brings about. */
  listRegistrations(organisationId: string, platformId: string): Promise<Registration[]>;
  /** Whether launches of this registration are taken and calls to it made; false where there is none. */
  setRegistrationActive(organisationId: string, registrationId: string, active: boolean): Promise<boolean>;
  /** Inserts, or does nothing where (registration, deploymentId) exists; answers the row that is there. */
  ensureDeployment(deployment: Deployment): Promise<Deployment>;
  findDeployment(
    organisationId: string,
    registrationId: string,
    deploymentId: string,
  ): Promise<Deployment | undefined>;
  /** False where there is none. */
  approveDeployment(organisationId: string, registrationId: string, deploymentId: string): Promise<boolean>;
  /** In (registrationId, deploymentId) order. */
  listDeployments(
    organisationId: string,
    platformId: string,
    page: { limit: number; after?: Pick<Deployment, 'registrationId' | 'deploymentId'> },
  ): Promise<Deployment[]>;
}
