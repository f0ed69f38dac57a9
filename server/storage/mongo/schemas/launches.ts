import { defineCollection, nested, nullable, numbers, required, texts } from './define-collection.ts';

export const persons = defineCollection({
  name: 'persons',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'platformId', 'deploymentId', 'subject', 'sealedKey'),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, platformId: 1, deploymentId: 1, subject: 1 }, unique: true }],
});

export const comfort = defineCollection({
  name: 'comfort',
  key: ['organisationId', 'personId'],
  fields: {
    ...texts('organisationId', 'personId'),
    settings: required(nested(texts('text-size', 'contrast', 'motion', 'voice', 'voice-pace'))),
    ...numbers('revision', 'updatedAt'),
  },
  indexes: [],
});

const activitySettings = {
  form: nullable(String),
  scenes: nullable([String]),
  attempts: nullable(Number),
  language: nullable(String),
  dimensionItems: required(Boolean),
  activity: nullable(String),
};

export const resourceLinks = defineCollection({
  name: 'resourceLinks',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'platformId', 'deploymentId', 'contextId', 'resourceLinkId', 'title'),
    grade: nullable(String),
    settings: nullable(nested(activitySettings)),
    columnUrl: nullable(String),
    updatedAt: required(Number),
  },
  indexes: [
    {
      fields: { organisationId: 1, platformId: 1, deploymentId: 1, contextId: 1, resourceLinkId: 1 },
      unique: true,
    },
  ],
});

const loginState = {
  ...texts('stateHash', 'nonce', 'organisationId', 'registrationId', 'targetLinkUri', 'browserHash'),
  storageTarget: nullable(String),
  ...numbers('createdAt', 'expiresAt'),
};

export const loginStates = defineCollection({
  name: 'loginStates',
  key: ['stateHash'],
  fields: loginState,
  indexes: [{ fields: { expiresAt: 1 } }],
});

export const heldLaunches = defineCollection({
  name: 'heldLaunches',
  key: ['idHash'],
  fields: {
    ...texts('idHash', 'organisationId'),
    login: required(nested(loginState)),
    sealedPost: required(String),
    expiresAt: required(Number),
  },
  indexes: [{ fields: { expiresAt: 1 } }],
});

export const launches = defineCollection({
  name: 'launches',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'platformId', 'registrationId', 'deploymentId', 'studyId', 'message'),
    personId: nullable(String),
    resourceLinkId: nullable(String),
    ...texts('contextId', 'role'),
    testUser: required(Boolean),
    practice: required(Boolean),
    language: required(String),
    documentTarget: nullable(String),
    returnUrl: nullable(String),
    lineItemUrl: nullable(String),
    lineItemsUrl: nullable(String),
    membershipsUrl: nullable(String),
    family: required(String),
    settings: required(nested(activitySettings)),
    selection: nullable(
      nested({
        returnUrl: required(String),
        acceptTypes: required([String]),
        acceptMultiple: required(Boolean),
        acceptLineItem: required(Boolean),
        data: nullable(String),
        title: required(String),
        grade: nullable(String),
      }),
    ),
    groupAccess: nullable(
      nested({ own: nullable([String]), namesUrl: nullable(String), reach: required(String) }),
    ),
    reviewedPersonId: nullable(String),
    createdAt: required(Number),
  },
  indexes: [{ fields: { createdAt: 1 } }, { fields: { organisationId: 1, resourceLinkId: 1, personId: 1 } }],
});

export const codes = defineCollection({
  name: 'codes',
  key: ['codeHash'],
  fields: {
    ...texts('codeHash', 'organisationId', 'launchId'),
    expiresAt: required(Number),
  },
  indexes: [{ fields: { expiresAt: 1 } }],
});

export const sessions = defineCollection({
  name: 'sessions',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'launchId', 'accessHash'),
    accessExpiresAt: required(Number),
    previousAccessHash: required(String),
    previousAccessExpiresAt: required(Number),
    ...texts('refreshHash', 'previousRefreshHash'),
    ...numbers('previousRefreshUntil', 'idleExpiresAt', 'absoluteExpiresAt'),
    revoked: required(Boolean),
  },
  indexes: [
    { fields: { accessHash: 1 }, unique: true },
    { fields: { previousAccessHash: 1 } },
    { fields: { launchId: 1 } },
    { fields: { idleExpiresAt: 1 } },
    { fields: { absoluteExpiresAt: 1 } },
  ],
});

export const refreshHashes = defineCollection({
  name: 'refreshHashes',
  key: ['refreshHash'],
  fields: { refreshHash: required(String), sessionId: required(String) },
  indexes: [{ fields: { sessionId: 1 } }],
});

/** What the LTI engine stores. */
export const ltiRows = defineCollection({
  name: 'ltiRows',
  key: ['id'],
  fields: {
    ...texts('id', 'collection'),
    fields: required([String]),
    ...texts('uniqueKey', 'value'),
    ...numbers('createdAt', 'expiresAt'),
    place: required(String),
  },
  indexes: [
    { fields: { place: 1 }, unique: true },
    { fields: { collection: 1, fields: 1 } },
    { fields: { expiresAt: 1 } },
  ],
});
