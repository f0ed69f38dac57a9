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
  /** The LMS product, as it said when it registered itself; null if an operator typed it in. */
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
  /** Changes who may frame the tool and which private hosts it may call, as when an LMS moves. False if unknown. */
  setReach(
    organisationId: string,
    platformId: string,
    reach: Pick<Platform, 'origins' | 'privateHosts'>,
  ): Promise<boolean>;
  /** @throws AppError storage.duplicate if (issuer, clientId) exists in any organisation */
  insertRegistration(registration: Registration): Promise<void>;
  findRegistration(organisationId: string, registrationId: string): Promise<Registration | undefined>;
  /** Whether it exists and is active: every request of a session asks. */
  isRegistrationActive(organisationId: string, registrationId: string): Promise<boolean>;
  /** Across organisations; without clientId all registrations of the issuer (at most 20). */
  listRegistrationsByIssuer(issuer: string, clientId?: string): Promise<Registration[]>;
  /** Oldest first, at most 100. */
  listRegistrations(organisationId: string, platformId: string): Promise<Registration[]>;
  /** Whether its launches are accepted and calls to it made; false if unknown. */
  setRegistrationActive(organisationId: string, registrationId: string, active: boolean): Promise<boolean>;
  /** Inserts, or does nothing if (registration, deploymentId) exists. Returns the stored row. */
  ensureDeployment(deployment: Deployment): Promise<Deployment>;
  findDeployment(
    organisationId: string,
    registrationId: string,
    deploymentId: string,
  ): Promise<Deployment | undefined>;
  /** False if unknown. */
  approveDeployment(organisationId: string, registrationId: string, deploymentId: string): Promise<boolean>;
  /** In (registrationId, deploymentId) order. */
  listDeployments(
    organisationId: string,
    platformId: string,
    page: { limit: number; after?: Pick<Deployment, 'registrationId' | 'deploymentId'> },
  ): Promise<Deployment[]>;
}
