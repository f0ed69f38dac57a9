import { defineCollection, mixed, nested, nullable, numbers, required, texts } from './define-collection.ts';

export const organisations = defineCollection({
  name: 'organisations',
  key: ['id'],
  fields: {
    ...texts('id', 'name', 'timeZone'),
    createdAt: required(Number),
  },
  indexes: [{ fields: { createdAt: 1, _id: 1 } }],
});

export const studies = defineCollection({
  name: 'studies',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'name', 'sealedKey'),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, createdAt: 1, _id: 1 } }],
});

export const platforms = defineCollection({
  name: 'platforms',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'ref', 'name'),
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
    ...texts('id', 'organisationId', 'platformId', 'issuer', 'clientId', 'authorizationUrl', 'tokenUrl'),
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
    ...texts('organisationId', 'platformId', 'registrationId', 'deploymentId', 'status', 'studyId'),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, platformId: 1, registrationId: 1, deploymentId: 1 } }],
});

export const invitations = defineCollection({
  name: 'invitations',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'secretHash', 'platformName'),
    platformId: nullable(String),
    expectedHost: nullable(String),
    withNames: required(Boolean),
    privateHosts: required([String]),
    ...numbers('createdAt', 'expiresAt'),
    state: required(String),
    registrationId: nullable(String),
  },
  indexes: [
    { fields: { secretHash: 1 }, unique: true },
    { fields: { organisationId: 1, createdAt: 1, _id: 1 } },
  ],
});

const localized = required(nested({ fr: required(String), en: required(String) }));

/** One per organisation. */
export const resourceLists = defineCollection({
  name: 'resourceLists',
  key: ['organisationId'],
  fields: {
    organisationId: required(String),
    resources: required([
      nested({
        ...texts('id', 'dimension'),
        levels: required(nested({ from: required(Number), to: required(Number) })),
        kind: required(String),
        tag: nullable(String),
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
    ...texts('id', 'organisationId'),
    at: required(Number),
    ...texts('actor', 'action', 'subject'),
    details: required(mixed('Each action names its own.')),
  },
  indexes: [
    { fields: { organisationId: 1, at: 1, _id: 1 } },
    { fields: { organisationId: 1, subject: 1, at: 1, _id: 1 } },
  ],
});

/** One document: the version and the lock of its migration. */
export const schemaVersion = defineCollection({
  name: 'schema',
  key: { constant: 'numplus' },
  fields: {
    owner: required(String),
    version: required(Number),
    begun: nullable(Number),
    holder: required(String),
    ...numbers('leasedUntil', 'fence'),
    probe: nullable(Number),
  },
  indexes: [],
});
