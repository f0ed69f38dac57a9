import { defineCollection, nested, nullable, required } from './define-collection.ts';

export const persons = defineCollection({
  name: 'persons',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    platformId: required(String),
    deploymentId: required(String),
    subject: required(String),
    sealedKey: required(String),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, platformId: 1, deploymentId: 1, subject: 1 }, unique: true }],
});

export const resourceLinks = defineCollection({
  name: 'resourceLinks',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    platformId: required(String),
    deploymentId: required(String),
    contextId: required(String),
    resourceLinkId: required(String),
    title: required(String),
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
  stateHash: required(String),
  nonce: required(String),
  organisationId: required(String),
  registrationId: required(String),
  targetLinkUri: required(String),
  browserHash: required(String),
  storageTarget: nullable(String),
  createdAt: required(Number),
  expiresAt: required(Number),
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
    idHash: required(String),
    organisationId: required(String),
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
    id: required(String),
    organisationId: required(String),
    platformId: required(String),
    registrationId: required(String),
    deploymentId: required(String),
    studyId: required(String),
    message: required(String),
    personId: nullable(String),
    resourceLinkId: nullable(String),
    contextId: required(String),
    role: required(String),
    testUser: required(Boolean),
    practice: required(Boolean),
    language: required(String),
    documentTarget: nullable(String),
    returnUrl: nullable(String),
    lineItemUrl: nullable(String),
    lineItemsUrl: nullable(String),
    membershipsUrl: nullable(String),
    family: required(String),
    settings: required(
      nested({
        form: nullable(String),
        scenes: nullable([String]),
        attempts: nullable(Number),
        language: nullable(String),
        dimensionItems: required(Boolean),
        activity: nullable(String),
      }),
    ),
    selection: nullable(
      nested({
        returnUrl: required(String),
        acceptTypes: required([String]),
        acceptMultiple: required(Boolean),
        acceptLineItem: required(Boolean),
        data: nullable(String),
      }),
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
    codeHash: required(String),
    organisationId: required(String),
    launchId: required(String),
    expiresAt: required(Number),
  },
  indexes: [{ fields: { expiresAt: 1 } }],
});

export const sessions = defineCollection({
  name: 'sessions',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    launchId: required(String),
    accessHash: required(String),
    accessExpiresAt: required(Number),
    previousAccessHash: required(String),
    previousAccessExpiresAt: required(Number),
    refreshHash: required(String),
    previousRefreshHash: required(String),
    previousRefreshUntil: required(Number),
    idleExpiresAt: required(Number),
    absoluteExpiresAt: required(Number),
    revoked: required(Boolean),
  },
  indexes: [
    { fields: { accessHash: 1 }, unique: true },
    { fields: { previousAccessHash: 1 } },
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
    id: required(String),
    collection: required(String),
    fields: required([String]),
    uniqueKey: required(String),
    value: required(String),
    createdAt: required(Number),
    expiresAt: required(Number),
    place: required(String),
  },
  indexes: [
    { fields: { place: 1 }, unique: true },
    { fields: { collection: 1, fields: 1 } },
    { fields: { expiresAt: 1 } },
  ],
});
