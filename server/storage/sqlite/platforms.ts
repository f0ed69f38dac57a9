import { z } from 'zod';
import type { Deployment, Platform, PlatformsPort, Registration } from '../ports/platforms.ts';
import { deploymentRow, platformRow, registrationRow } from '../shapes/platforms.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, byIdIn, flag, insertInto, json, sqlParams } from './rows.ts';

export const storedPlatform = platformRow.extend({
  origins: json(z.array(z.string())),
  privateHosts: json(z.array(z.string())),
});

export const storedRegistration = registrationRow.extend({ active: flag });

type PlatformRows = Pick<PlatformsPort, 'insert' | 'find' | 'findByRef' | 'list' | 'setReach'>;
type RegistrationRows = Pick<
  PlatformsPort,
  | 'insertRegistration'
  | 'setRegistrationActive'
  | 'findRegistration'
  | 'isRegistrationActive'
  | 'listRegistrationsByIssuer'
  | 'listRegistrations'
>;
type DeploymentRows = Pick<
  PlatformsPort,
  'ensureDeployment' | 'setDeploymentStatus' | 'findDeployment' | 'listDeployments'
>;

export function createPlatforms(database: SqliteDatabase): PlatformsPort {
  return { ...platformRows(database), ...registrationRows(database), ...deploymentRows(database) };
}

function platformRows(database: SqliteDatabase): PlatformRows {
  const insert = database.command(insertInto('platforms', Object.keys(platformRow.shape)));
  const byId = database.query<Platform>(storedPlatform, byIdIn('platforms', 'platformId'));
  const byRef = database.query<Platform>(storedPlatform, 'SELECT * FROM platforms WHERE ref = @ref');
  const page = database.query<Platform>(
    storedPlatform,
    agePage('platforms', 'organisationId = @organisationId'),
  );
  const setReach = database.command(
    `UPDATE platforms SET origins = @origins, privateHosts = @privateHosts
     WHERE organisationId = @organisationId AND id = @platformId`,
  );
  return {
    setReach: (organisationId, platformId, { origins, privateHosts }) =>
      answer(() => setReach(sqlParams({ organisationId, platformId, origins, privateHosts })) > 0),
    insert: (platform) => answer(() => void insert(sqlParams(platform))),
    find: (organisationId, platformId) => answer(() => byId.find({ organisationId, platformId })),
    findByRef: (ref) => answer(() => byRef.find({ ref })),
    list: (organisationId, { limit, after = null }) =>
      answer(() => page.list({ organisationId, limit, after })),
  };
}

function registrationRows(database: SqliteDatabase): RegistrationRows {
  const insert = database.command(insertInto('registrations', Object.keys(registrationRow.shape)));
  const byId = database.query<Registration>(storedRegistration, byIdIn('registrations', 'registrationId'));
  const isActive = database.trusted(
    (stored: { readonly active: number }) => stored.active === 1,
    byIdIn('registrations', 'registrationId', 'active'),
  );
  const byIssuer = database.query<Registration>(
    storedRegistration,
    `SELECT * FROM registrations WHERE issuer = @issuer AND (@clientId IS NULL OR clientId = @clientId)
     ORDER BY createdAt, id LIMIT 20`,
  );
  const ofPlatform = database.query<Registration>(
    storedRegistration,
    `SELECT * FROM registrations WHERE organisationId = @organisationId AND platformId = @platformId
     ORDER BY createdAt, id LIMIT 100`,
  );
  const setActive = database.command(
    'UPDATE registrations SET active = @active WHERE organisationId = @organisationId AND id = @registrationId',
  );
  return {
    setRegistrationActive: (organisationId, registrationId, active) =>
      answer(() => setActive({ organisationId, registrationId, active: Number(active) }) > 0),
    insertRegistration: (registration) => answer(() => void insert(sqlParams(registration))),
    findRegistration: (organisationId, registrationId) =>
      answer(() => byId.find({ organisationId, registrationId })),
    isRegistrationActive: (organisationId, registrationId) =>
      answer(() => isActive.find({ organisationId, registrationId }) === true),
    listRegistrationsByIssuer: (issuer, clientId) =>
      answer(() => byIssuer.list({ issuer, clientId: clientId ?? null })),
    listRegistrations: (organisationId, platformId) =>
      answer(() => ofPlatform.list({ organisationId, platformId })),
  };
}

function deploymentRows(database: SqliteDatabase): DeploymentRows {
  const insert = database.command(
    `${insertInto('deployments', Object.keys(deploymentRow.shape))} ON CONFLICT DO NOTHING`,
  );
  const byKey = database.query<Deployment>(
    deploymentRow,
    `SELECT * FROM deployments WHERE organisationId = @organisationId AND registrationId = @registrationId
     AND deploymentId = @deploymentId`,
  );
  const ofPlatform = database.query<Deployment>(
    deploymentRow,
    `SELECT * FROM deployments WHERE organisationId = @organisationId AND platformId = @platformId
     AND (registrationId, deploymentId) > (@afterRegistration, @afterDeployment)
     ORDER BY registrationId, deploymentId LIMIT @limit`,
  );
  const setStatus = database.command(
    `UPDATE deployments SET status = @status WHERE organisationId = @organisationId
     AND registrationId = @registrationId AND deploymentId = @deploymentId`,
  );
  return {
    setDeploymentStatus: (organisationId, registrationId, deploymentId, status) =>
      answer(() => setStatus({ organisationId, registrationId, deploymentId, status }) > 0),
    ensureDeployment: (deployment) =>
      answer(() => {
        insert({ ...deployment });
        const { organisationId, registrationId, deploymentId } = deployment;
        return byKey.get({ organisationId, registrationId, deploymentId });
      }),
    findDeployment: (organisationId, registrationId, deploymentId) =>
      answer(() => byKey.find({ organisationId, registrationId, deploymentId })),
    listDeployments: (organisationId, platformId, { limit, after }) =>
      answer(() =>
        ofPlatform.list({
          organisationId,
          platformId,
          limit,
          afterRegistration: after?.registrationId ?? '',
          afterDeployment: after?.deploymentId ?? '',
        }),
      ),
  };
}
