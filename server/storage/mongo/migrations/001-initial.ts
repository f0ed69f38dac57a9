/** Version 1. */
import type { MongoDatabase } from '../database.ts';
import type { CollectionIndex } from '../schemas/collections.ts';

const indexes: readonly CollectionIndex[] = [
  { collection: 'organisations', fields: { createdAt: 1, _id: 1 } },
  { collection: 'studies', fields: { organisationId: 1, createdAt: 1, _id: 1 } },
  { collection: 'platforms', fields: { ref: 1 }, unique: true },
  { collection: 'platforms', fields: { organisationId: 1, createdAt: 1, _id: 1 } },
  { collection: 'registrations', fields: { issuer: 1, clientId: 1 }, unique: true },
  { collection: 'registrations', fields: { organisationId: 1, platformId: 1, createdAt: 1, _id: 1 } },
  {
    collection: 'deployments',
    fields: { organisationId: 1, platformId: 1, registrationId: 1, deploymentId: 1 },
  },
  {
    collection: 'persons',
    fields: { organisationId: 1, platformId: 1, deploymentId: 1, subject: 1 },
    unique: true,
  },
  {
    collection: 'resourceLinks',
    fields: { organisationId: 1, platformId: 1, deploymentId: 1, contextId: 1, resourceLinkId: 1 },
    unique: true,
  },
  { collection: 'loginStates', fields: { expiresAt: 1 } },
  { collection: 'heldLaunches', fields: { expiresAt: 1 } },
  { collection: 'launches', fields: { createdAt: 1 } },
  { collection: 'launches', fields: { organisationId: 1, resourceLinkId: 1, personId: 1 } },
  { collection: 'codes', fields: { expiresAt: 1 } },
  { collection: 'sessions', fields: { accessHash: 1 }, unique: true },
  { collection: 'sessions', fields: { previousAccessHash: 1 } },
  { collection: 'sessions', fields: { idleExpiresAt: 1 } },
  { collection: 'sessions', fields: { absoluteExpiresAt: 1 } },
  { collection: 'refreshHashes', fields: { sessionId: 1 } },
  { collection: 'invitations', fields: { secretHash: 1 }, unique: true },
  { collection: 'invitations', fields: { organisationId: 1, createdAt: 1, _id: 1 } },
  { collection: 'audit', fields: { organisationId: 1, at: 1, _id: 1 } },
  { collection: 'reviewRequests', fields: { place: 1 }, unique: true },
  { collection: 'reviewRequests', fields: { organisationId: 1, attemptId: 1, askedAt: 1, _id: 1 } },
  {
    collection: 'reviewRequests',
    fields: { organisationId: 1, resourceLinkId: 1, answeredAt: 1, askedAt: 1, _id: 1 },
  },
  { collection: 'ltiRows', fields: { place: 1 }, unique: true },
  { collection: 'ltiRows', fields: { collection: 1, fields: 1 } },
  { collection: 'ltiRows', fields: { expiresAt: 1 } },
  {
    collection: 'attempts',
    fields: { organisationId: 1, personId: 1, resourceLinkId: 1, practice: 1, number: 1 },
    unique: true,
  },
  {
    collection: 'attempts',
    fields: { organisationId: 1, resourceLinkId: 1, practice: 1, createdAt: 1, _id: 1 },
  },
  { collection: 'attempts', fields: { organisationId: 1, studyId: 1, practice: 1, createdAt: 1, _id: 1 } },
  { collection: 'attempts', fields: { 'progress.status': 1, 'progress.lastAt': 1 } },
  { collection: 'attempts', fields: { isFiled: 1 } },
  { collection: 'batches', fields: { attemptId: 1, head: 1 } },
  { collection: 'batches', fields: { organisationId: 1, studyId: 1, awaits: 1, storedAt: 1, _id: 1 } },
  { collection: 'destinations', fields: { createdAt: 1, _id: 1 } },
  { collection: 'followers', fields: { organisationId: 1, studyId: 1 } },
  { collection: 'deliveries', fields: { destinationId: 1, state: 1, place: 1 } },
  { collection: 'deliveries', fields: { attemptId: 1, destinationId: 1, logSeq: 1, part: 1 } },
  { collection: 'grades', fields: { organisationId: 1, id: 1 } },
  { collection: 'grades', fields: { organisationId: 1, attemptId: 1 } },
  { collection: 'grades', fields: { organisationId: 1, resourceLinkId: 1, createdAt: 1, id: 1 } },
  { collection: 'grades', fields: { organisationId: 1, state: 1, createdAt: 1, id: 1 } },
  { collection: 'grades', fields: { state: 1, nextAt: 1, createdAt: 1 } },
  { collection: 'grades', fields: { leasedId: 1 } },
];

export async function initial(database: MongoDatabase): Promise<void> {
  for (const index of indexes) await database.createIndex(index);
}
