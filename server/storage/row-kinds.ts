/** Field types of rows that moves copy unchanged; tested against the tables. */

export type FieldType = 'text' | 'number' | 'flag' | 'json';

interface KindShape {
  readonly key: readonly string[];
  readonly fields: Readonly<Record<string, FieldType>>;
}

const texts = <Name extends string>(...names: readonly Name[]): Record<Name, 'text'> => asType(names, 'text');
const numbers = <Name extends string>(...names: readonly Name[]): Record<Name, 'number'> =>
  asType(names, 'number');
const flags = <Name extends string>(...names: readonly Name[]): Record<Name, 'flag'> => asType(names, 'flag');
const jsons = <Name extends string>(...names: readonly Name[]): Record<Name, 'json'> => asType(names, 'json');

function asType<Name extends string, Type>(names: readonly Name[], type: Type): Record<Name, Type> {
  return Object.fromEntries(names.map((name) => [name, type])) as Record<Name, Type>;
}

const byId = ['id'];

export const rowKinds = {
  organisations: { key: byId, fields: { ...texts('id', 'name', 'timeZone'), ...numbers('createdAt') } },
  studies: {
    key: byId,
    fields: { ...texts('id', 'organisationId', 'name', 'sealedKey'), ...numbers('createdAt') },
  },
  studyTexts: {
    key: ['organisationId', 'studyId', 'revision'],
    fields: {
      ...texts('organisationId', 'studyId'),
      ...jsons('facts'),
      ...flags('isClosed'),
      ...numbers('revision', 'noticeVersion', 'researchVersion', 'createdAt'),
    },
  },
  studyPlaces: {
    key: ['organisationId', 'place'],
    fields: { ...texts('organisationId', 'place', 'studyId'), ...numbers('createdAt') },
  },
  platforms: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'ref', 'name'),
      ...jsons('origins', 'privateHosts'),
      ...numbers('createdAt'),
    },
  },
  registrations: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'platformId', 'issuer', 'clientId', 'authorizationUrl', 'tokenUrl'),
      ...texts('keySetUrl', 'family'),
      ...flags('active'),
      ...numbers('createdAt'),
    },
  },
  deployments: {
    key: ['organisationId', 'registrationId', 'deploymentId'],
    fields: {
      ...texts('organisationId', 'platformId', 'registrationId', 'deploymentId', 'status', 'studyId'),
      ...numbers('createdAt'),
    },
  },
  persons: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'platformId', 'deploymentId', 'subject', 'sealedKey'),
      ...numbers('createdAt'),
    },
  },
  resourceLinks: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'platformId', 'deploymentId', 'contextId', 'resourceLinkId', 'title'),
      ...texts('grade', 'columnUrl'),
      ...jsons('settings'),
      ...numbers('updatedAt'),
    },
  },
  personSettings: {
    key: ['organisationId', 'resourceLinkId', 'personId'],
    fields: {
      ...texts('organisationId', 'resourceLinkId', 'personId', 'form'),
      ...flags('withHelper', 'isStaff'),
      ...jsons('accessNeeds'),
      ...numbers('attemptsUpTo', 'revision', 'updatedAt'),
    },
  },
  comfort: {
    key: ['organisationId', 'personId'],
    fields: {
      ...texts('organisationId', 'personId'),
      ...jsons('settings'),
      ...numbers('revision', 'updatedAt'),
    },
  },
  consents: {
    key: byId,
    fields: { ...texts('id', 'organisationId', 'studyId', 'personId', 'sealed'), ...numbers('revision') },
  },
  backgrounds: {
    key: byId,
    fields: { ...texts('id', 'organisationId', 'studyId', 'personId', 'sealed'), ...numbers('revision') },
  },
  groupMemberships: {
    key: ['organisationId', 'resourceLinkId', 'personId'],
    fields: {
      ...texts('organisationId', 'resourceLinkId', 'personId', 'reach'),
      ...jsons('groupIds'),
      ...numbers('askedAt'),
    },
  },
  groupSettings: {
    key: ['organisationId', 'resourceLinkId', 'groupId'],
    fields: {
      ...texts('organisationId', 'resourceLinkId', 'groupId'),
      ...flags('withHelper'),
      ...jsons('accessNeeds'),
      ...numbers('extraAttempts', 'revision', 'updatedAt'),
    },
  },
  launches: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'platformId', 'registrationId', 'deploymentId', 'studyId', 'message'),
      ...texts('personId', 'resourceLinkId', 'contextId', 'role', 'language', 'documentTarget', 'returnUrl'),
      ...texts('lineItemUrl', 'lineItemsUrl', 'membershipsUrl', 'family', 'reviewedPersonId'),
      ...flags('testUser', 'practice'),
      ...jsons('settings', 'selection', 'groupAccess'),
      ...numbers('createdAt'),
    },
  },
  sessions: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'launchId', 'accessHash', 'previousAccessHash', 'refreshHash'),
      ...texts('previousRefreshHash'),
      ...numbers('accessExpiresAt', 'previousAccessExpiresAt', 'previousRefreshUntil', 'idleExpiresAt'),
      ...numbers('absoluteExpiresAt'),
      ...flags('revoked'),
    },
  },
  refreshHashes: { key: ['refreshHash'], fields: texts('refreshHash', 'sessionId') },
  invitations: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'secretHash', 'platformName', 'platformId', 'expectedHost', 'state'),
      ...texts('registrationId'),
      ...flags('withNames'),
      ...jsons('privateHosts'),
      ...numbers('createdAt', 'expiresAt'),
    },
  },
  audit: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'actor', 'action', 'subject'),
      ...numbers('at'),
      ...jsons('details'),
    },
  },
  resourceLists: {
    key: ['organisationId'],
    fields: { ...texts('organisationId'), ...jsons('resources'), ...numbers('loadedAt') },
  },
  destinations: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'studyId', 'endpoint', 'sealedCredentials', 'purpose', 'version'),
      ...texts('status', 'pausedBecause', 'origin'),
      ...numbers('tier', 'notBefore', 'failures', 'batchCount', 'batchBytes', 'lanes', 'createdAt'),
    },
  },
  staffNotes: {
    key: ['organisationId', 'attemptId', 'kind'],
    fields: {
      ...texts('organisationId', 'attemptId', 'kind', 'personId', 'sealedText'),
      ...numbers('revision', 'updatedAt'),
    },
  },
  reviewRequests: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'attemptId', 'personId', 'resourceLinkId', 'sealedText'),
      ...texts('sealedAnswer'),
      ...numbers('askedAt', 'answeredAt'),
    },
  },
  grades: {
    key: ['organisationId', 'personId', 'lineItemUrl'],
    fields: {
      ...texts('organisationId', 'personId', 'lineItemUrl', 'id', 'attemptId', 'registrationId'),
      ...texts('resourceLinkId', 'family', 'dimension', 'comment', 'state', 'lastError', 'takenAttemptId'),
      ...texts('holder', 'leasedId'),
      ...numbers('score', 'createdAt', 'tries', 'nextAt', 'sentAt', 'sameError', 'pendingSince'),
      ...numbers('lastPostAt', 'shownScore', 'leasedUntil'),
    },
  },
  erasures: {
    key: byId,
    fields: {
      ...texts('id', 'organisationId', 'kind', 'requestedBy'),
      ...jsons('counts', 'subject'),
      ...numbers('at', 'sweepAt'),
    },
  },
  voidings: {
    key: ['destinationId', 'id'],
    fields: {
      ...texts('id', 'organisationId', 'destinationId', 'erasureId', 'bytes', 'state', 'lastError', 'holder'),
      ...numbers('tries', 'nextAt', 'leasedUntil'),
    },
  },
} as const satisfies Readonly<Record<string, KindShape>>;

export type RowKind = keyof typeof rowKinds;

export const rowKindNames = Object.keys(rowKinds) as RowKind[];

export function getRowKind(kind: RowKind): KindShape {
  return rowKinds[kind];
}
