import type { PlatformFamily } from '../../../lti/platform-quirks.ts';

export interface Platform {
  readonly id: string;
  readonly organisationId: string;
  /** Random public id in addresses. */
  readonly ref: string;
  readonly name: string;
  /** Origins that may frame the tool. */
  readonly origins: readonly string[];
  /** Hosts on a private network that the server may call. */
  readonly privateHosts: readonly string[];
  readonly createdAt: number;
}

/** A platform may have several over time. */
export interface Registration {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly keySetUrl: string;
  /** Null if an operator entered it. */
  readonly family: PlatformFamily | null;
  readonly active: boolean;
  readonly createdAt: number;
}

export interface Deployment {
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  /** `pending`: never approved; `revoked`: no longer. Neither may launch. */
  readonly status: 'approved' | 'pending' | 'revoked';
  /** Study of new attempts. */
  readonly studyId: string;
  readonly createdAt: number;
}

export interface PlatformsPort {
  insert(platform: Platform): Promise<void>;
  find(organisationId: string, platformId: string): Promise<Platform | undefined>;
  /** Across organisations: a login knows none yet. */
  findByRef(ref: string): Promise<Platform | undefined>;
  list(organisationId: string, page: { limit: number; after?: string }): Promise<Platform[]>;
  /** Returns false if the platform is unknown. */
  setReach(
    organisationId: string,
    platformId: string,
    reach: Pick<Platform, 'origins' | 'privateHosts'>,
  ): Promise<boolean>;
  /** @throws AppError storage.duplicate if (issuer, clientId) exists in any organisation */
  insertRegistration(registration: Registration): Promise<void>;
  findRegistration(organisationId: string, registrationId: string): Promise<Registration | undefined>;
  /** Checked by every session request. */
  isRegistrationActive(organisationId: string, registrationId: string): Promise<boolean>;
  /** Across organisations; at most 20. */
  listRegistrationsByIssuer(issuer: string, clientId?: string): Promise<Registration[]>;
  /** Oldest first, at most 100. */
  listRegistrations(organisationId: string, platformId: string): Promise<Registration[]>;
  /** If inactive, launches are refused and no calls are made. Returns false if unknown. */
  setRegistrationActive(organisationId: string, registrationId: string, active: boolean): Promise<boolean>;
  /** Returns the existing deployment if (registration, deploymentId) is known. */
  ensureDeployment(deployment: Deployment): Promise<Deployment>;
  findDeployment(
    organisationId: string,
    registrationId: string,
    deploymentId: string,
  ): Promise<Deployment | undefined>;
  /** Returns false if the deployment is unknown. */
  setDeploymentStatus(
    organisationId: string,
    registrationId: string,
    deploymentId: string,
    status: Deployment['status'],
  ): Promise<boolean>;
  /** In (registrationId, deploymentId) order. */
  listDeployments(
    organisationId: string,
    platformId: string,
    page: { limit: number; after?: Pick<Deployment, 'registrationId' | 'deploymentId'> },
  ): Promise<Deployment[]>;
}
