import type { Deployment, PlatformsPort } from '../ports/platforms.ts';
import { deploymentRow, platformRow, registrationRow } from '../shapes/platforms.ts';
import { above } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { agePage, ensureRow } from './rows.ts';
import { keyOf } from './schemas/define-collection.ts';
import { deployments, platforms, registrations } from './schemas/organisations.ts';

type PlatformRows = Pick<PlatformsPort, 'insert' | 'find' | 'findByRef' | 'list' | 'setReach'>;
type DeploymentRows = Pick<
  PlatformsPort,
  'ensureDeployment' | 'setDeploymentStatus' | 'findDeployment' | 'listDeployments'
>;
type RegistrationRows = Omit<PlatformsPort, keyof PlatformRows | keyof DeploymentRows>;

const byAge = { createdAt: 1, _id: 1 } as const;

export function createPlatforms(database: MongoDatabase): PlatformsPort {
  return { ...platformRows(database), ...registrationRows(database), ...deploymentRows(database) };
}

function platformRows(database: MongoDatabase): PlatformRows {
  const rows = database.collection(platforms, platformRow);
  return {
    insert: (platform) => rows.insert(platform),
    find: (organisationId, platformId) => rows.find({ _id: platformId, organisationId }),
    findByRef: (ref) => rows.find({ ref }),
    list: (organisationId, page) => agePage(rows, { organisationId }, page),
    setReach: async (organisationId, platformId, { origins, privateHosts }) =>
      (await rows.change({ _id: platformId, organisationId }, { $set: { origins, privateHosts } })) > 0,
  };
}

function registrationRows(database: MongoDatabase): RegistrationRows {
  const rows = database.collection(registrations, registrationRow);
  return {
    insertRegistration: (registration) => rows.insert(registration),
    findRegistration: (organisationId, registrationId) => rows.find({ _id: registrationId, organisationId }),
    isRegistrationActive: async (organisationId, registrationId) =>
      (await rows.find({ _id: registrationId, organisationId }))?.active === true,
    listRegistrationsByIssuer: (issuer, clientId) =>
      rows.list(clientId === undefined ? { issuer } : { issuer, clientId }, byAge, 20),
    listRegistrations: (organisationId, platformId) => rows.list({ organisationId, platformId }, byAge, 100),
    setRegistrationActive: async (organisationId, registrationId, active) =>
      (await rows.change({ _id: registrationId, organisationId }, { $set: { active } })) > 0,
  };
}

type DeploymentName = Pick<Deployment, 'organisationId' | 'registrationId' | 'deploymentId'>;

function deploymentRows(database: MongoDatabase): DeploymentRows {
  const key = (name: DeploymentName): string => keyOf(deployments, name);
  const rows = database.collection(deployments, deploymentRow);
  return {
    ensureDeployment: (deployment) => ensureRow(rows, { _id: key(deployment) }, deployment),
    findDeployment: (organisationId, registrationId, deploymentId) =>
      rows.find({ _id: key({ organisationId, registrationId, deploymentId }) }),
    setDeploymentStatus: async (organisationId, registrationId, deploymentId, status) => {
      const named = { _id: key({ organisationId, registrationId, deploymentId }) };
      return (await rows.change(named, { $set: { status } })) > 0;
    },
    listDeployments: (organisationId, platformId, { limit, after }) => {
      const scope = { organisationId, platformId };
      const order = { registrationId: 1, deploymentId: 1 } as const;
      if (after === undefined) return rows.list(scope, order, limit);
      const { registrationId, deploymentId } = after;
      const later = [
        { ...scope, registrationId: above(registrationId) },
        { ...scope, registrationId, deploymentId: above(deploymentId) },
      ];
      return rows.list(later, order, limit);
    },
  };
}
