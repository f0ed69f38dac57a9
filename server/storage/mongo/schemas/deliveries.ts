import { defineCollection, nullable, numbers, required, texts } from './define-collection.ts';

export const destinations = defineCollection({
  name: 'destinations',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'studyId', 'endpoint', 'sealedCredentials', 'purpose'),
    tier: required(Number),
    ...texts('version', 'status', 'pausedBecause'),
    ...numbers('notBefore', 'failures'),
    origin: required(String),
    ...numbers('batchCount', 'batchBytes', 'lanes', 'createdAt'),
  },
  indexes: [{ fields: { createdAt: 1, _id: 1 } }],
});

/** How far a destination has come. */
export const followers = defineCollection({
  name: 'followers',
  key: ['organisationId', 'destinationId'],
  fields: {
    ...texts('destinationId', 'organisationId', 'studyId'),
    tier: required(Number),
    purpose: required(String),
    isNamed: required(Boolean),
    namedTo: nullable(String),
    sent: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1 } }],
});

export const deliveries = defineCollection({
  name: 'deliveries',
  key: ['destinationId', 'statementId'],
  fields: {
    ...texts('statementId', 'destinationId', 'organisationId', 'attemptId'),
    ...numbers('logSeq', 'part', 'createdAt'),
    batchKey: required(String),
    size: required(Number),
    ...texts('place', 'state'),
    ...numbers('tries', 'nextAt'),
    lastError: required(String),
    holder: nullable(String),
    leasedUntil: required(Number),
    leaseId: nullable(String),
    revision: required(Number),
  },
  indexes: [
    { fields: { destinationId: 1, state: 1, place: 1 } },
    { fields: { attemptId: 1, destinationId: 1, logSeq: 1, part: 1 } },
  ],
});
