import { defineCollection, nullable, required } from './define-collection.ts';

export const destinations = defineCollection({
  name: 'destinations',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    studyId: required(String),
    endpoint: required(String),
    sealedCredentials: required(String),
    purpose: required(String),
    tier: required(Number),
    version: required(String),
    status: required(String),
    pausedBecause: required(String),
    notBefore: required(Number),
    failures: required(Number),
    origin: required(String),
    batchCount: required(Number),
    batchBytes: required(Number),
    lanes: required(Number),
    createdAt: required(Number),
  },
  indexes: [{ fields: { createdAt: 1, _id: 1 } }],
});

/** How far a destination has come. */
export const followers = defineCollection({
  name: 'followers',
  key: ['organisationId', 'destinationId'],
  fields: {
    destinationId: required(String),
    organisationId: required(String),
    studyId: required(String),
    tier: required(Number),
    purpose: required(String),
    isNamed: required(Boolean),
    sent: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1 } }],
});

export const deliveries = defineCollection({
  name: 'deliveries',
  key: ['destinationId', 'statementId'],
  fields: {
    statementId: required(String),
    destinationId: required(String),
    organisationId: required(String),
    attemptId: required(String),
    logSeq: required(Number),
    part: required(Number),
    createdAt: required(Number),
    batchKey: required(String),
    size: required(Number),
    place: required(String),
    state: required(String),
    tries: required(Number),
    nextAt: required(Number),
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
