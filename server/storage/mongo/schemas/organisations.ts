import { defineCollection, mixed, nested, nullable, required } from './define-collection.ts';

export const organisations = defineCollection({
  name: 'organisations',
  key: ['id'],
  fields: {
    id: required(String),
    name: required(String),
    timeZone: required(String),
    createdAt: required(Number),
  },
  indexes: [{ fields: { createdAt: 1, _id: 1 } }],
});

export const studies = defineCollection({
  name: 'studies',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    name: required(String),
    sealedKey: required(String),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, createdAt: 1, _id: 1 } }],
});

export const platforms = defineCollection({
  name: 'platforms',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    ref: required(String),
    name: required(String),
    origins: required([String]),
    privateHosts: required([String]),
    createdAt: required(Number),
  },
  indexes: [{ fields: { ref: 1 }, unique: true }, { fields: { organisationId: 1, createdAt: 1, _id: 1 } }],
});

export const registrations = defineCollection({
  name: 'registrations',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    platformId: required(String),
    issuer: required(String),
    clientId: required(String),
    authorizationUrl: required(String),
    tokenUrl: required(String),
    keySetUrl: required(String),
    family: nullable(String),
    active: required(Boolean),
    createdAt: required(Number),
  },
  indexes: [
    { fields: { issuer: 1, clientId: 1 }, unique: true },
    { fields: { organisationId: 1, platformId: 1, createdAt: 1, _id: 1 } },
  ],
});

export const deployments = defineCollection({
  name: 'deployments',
  key: ['organisationId', 'registrationId', 'deploymentId'],
  fields: {
    organisationId: required(String),
    platformId: required(String),
    registrationId: required(String),
    deploymentId: required(String),
    status: required(String),
    studyId: required(String),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, platformId: 1, registrationId: 1, deploymentId: 1 } }],
});

export const invitations = defineCollection({
  name: 'invitations',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    secretHash: required(String),
    platformName: required(String),
    platformId: nullable(String),
    expectedHost: nullable(String),
    withNames: required(Boolean),
    privateHosts: required([String]),
    createdAt: required(Number),
    expiresAt: required(Number),
    state: required(String),
    registrationId: nullable(String),
  },
  indexes: [
    { fields: { secretHash: 1 }, unique: true },
    { fields: { organisationId: 1, createdAt: 1, _id: 1 } },
  ],
});

const localized = required(nested({ fr: required(String), en: required(String) }));

/** Where people can learn more, one list per organisation. */
export const resourceLists = defineCollection({
  name: 'resourceLists',
  key: ['organisationId'],
  fields: {
    organisationId: required(String),
    resources: required([
      nested({
        id: required(String),
        dimension: required(String),
        levels: required(nested({ from: required(Number), to: required(Number) })),
        kind: required(String),
        title: localized,
        text: localized,
        link: nullable(localized.type),
        place: nullable(localized.type),
      }),
    ]),
    loadedAt: required(Number),
  },
  indexes: [],
});

export const audit = defineCollection({
  name: 'audit',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    at: required(Number),
    actor: required(String),
    action: required(String),
    subject: required(String),
    details: required(mixed('Each action names its own.')),
  },
  indexes: [{ fields: { organisationId: 1, at: 1, _id: 1 } }],
});

/** One document: the version of the database and the lock of its migration. */
export const schemaVersion = defineCollection({
  name: 'schema',
  key: { constant: 'numplus' },
  fields: {
    owner: required(String),
    version: required(Number),
    begun: nullable(Number),
    holder: required(String),
    leasedUntil: required(Number),
    fence: required(Number),
  },
  indexes: [],
});
