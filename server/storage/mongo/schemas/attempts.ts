import { defineCollection, nested, nullable, numbers, required, texts } from './define-collection.ts';

const estimate = {
  ...numbers('theta', 'se'),
  band: required([Number]),
  levelShares: required([Number]),
  level: required(Number),
  between: nullable(Number),
  items: required(Number),
};

const dimension = nullable(nested(estimate));

const measure = nested({
  ...numbers('bankVersion', 'scenes'),
  overall: required(
    nested({
      ...estimate,
      score: required(Number),
      scoreBand: required([Number]),
      wle: required(nested({ theta: required(Number), se: required(Number) })),
    }),
  ),
  dimensions: required(
    nested({
      OUT: dimension,
      INF: dimension,
      COM: dimension,
      PRO: dimension,
      SEC: dimension,
      RES: dimension,
    }),
  ),
});

const scene = nested({
  ...texts('sceneId', 'scenario'),
  ...numbers('worldVersion', 'scoringVersion'),
  status: required(String),
  fromSeq: required(Number),
  spent: nullable(Number),
  eased: nullable(Boolean),
  choice: nullable(
    nested({
      by: required(String),
      narrowedBy: nullable([String]),
      best: nullable([nested({ scenario: required(String), worth: required(Number) })]),
      draw: nullable(Number),
    }),
  ),
});

const progress = nested({
  head: required(Number),
  ...texts('status', 'language'),
  noticeVersion: nullable(String),
  research: required(String),
  epoch: required(Number),
  ...texts('writer', 'launchId'),
  ...numbers('openedAt', 'openedTMs', 'actionSeq', 'lastAt'),
  scenes: required([scene]),
  pool: nullable([String]),
  helperOffer: nullable(String),
  measure: nullable(measure),
  adaptations: required([String]),
  score: nullable(Number),
  endedAt: nullable(Number),
  isReopened: required(Boolean),
  validity: required(
    nested({
      state: required(String),
      reason: nullable(String),
      at: nullable(Number),
      logSeq: nullable(Number),
    }),
  ),
  heldFor: required([String]),
  accessNeeds: required([String]),
});

const statement = nested({
  ...texts('id', 'organisationId', 'studyId', 'attemptId'),
  ...numbers('logSeq', 'part', 'tier'),
  bytes: required(String),
  createdAt: required(Number),
});

const gradeIntent = {
  ...texts('id', 'organisationId', 'attemptId', 'personId', 'registrationId', 'resourceLinkId', 'family'),
  lineItemUrl: required(String),
  dimension: nullable(String),
  score: required(Number),
  comment: required(String),
  createdAt: required(Number),
};

const batch = {
  ...texts('organisationId', 'attemptId', 'studyId'),
  ...numbers('fromSeq', 'head'),
  entries: required([
    nested({ logSeq: required(Number), entry: required(String), sealed: nullable(String) }),
  ]),
  statements: required([statement]),
  gradeIntents: required([nested({ ...gradeIntent, dueAt: required(Number) })]),
  receipt: nullable(String),
  hasOutcome: required(Boolean),
  storedAt: required(Number),
  opensResearch: required(Boolean),
  awaits: required([String]),
  revision: required(Number),
};

/** An attempt holds its newest batch until that is in `batches` (ADR 16). */
export const attempts = defineCollection({
  name: 'attempts',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'platformId', 'registrationId', 'studyId', 'personId', 'resourceLinkId'),
    practice: required(Boolean),
    ...numbers('number', 'seed'),
    form: required(String),
    ...numbers('bankVersion', 'createdAt', 'head'),
    progress: required(progress),
    storedAt: required(Number),
    batch: nullable(nested(batch)),
    isFiled: required(Boolean),
  },
  indexes: [
    {
      fields: { organisationId: 1, personId: 1, resourceLinkId: 1, practice: 1, number: 1 },
      unique: true,
    },
    { fields: { organisationId: 1, resourceLinkId: 1, practice: 1, createdAt: 1, _id: 1 } },
    { fields: { organisationId: 1, studyId: 1, practice: 1, createdAt: 1, _id: 1 } },
    { fields: { 'progress.status': 1, 'progress.lastAt': 1 } },
    { fields: { isFiled: 1 } },
  ],
});

/** A stretch of an attempt's log, with its statements. */
export const batches = defineCollection({
  name: 'batches',
  key: ['attemptId', 'fromSeq'],
  fields: batch,
  indexes: [
    { fields: { attemptId: 1, head: 1 } },
    { fields: { organisationId: 1, studyId: 1, awaits: 1, storedAt: 1, _id: 1 } },
    { fields: { organisationId: 1, studyId: 1, _id: 1 } },
  ],
});

export const grades = defineCollection({
  name: 'grades',
  key: ['organisationId', 'personId', 'lineItemUrl'],
  fields: {
    ...gradeIntent,
    state: required(String),
    ...numbers('tries', 'nextAt'),
    sentAt: nullable(Number),
    lastError: required(String),
    ...numbers('sameError', 'pendingSince'),
    lastPostAt: nullable(Number),
    takenAttemptId: nullable(String),
    shownScore: nullable(Number),
    holder: nullable(String),
    leasedId: nullable(String),
    ...numbers('leasedUntil', 'revision'),
  },
  indexes: [
    { fields: { organisationId: 1, id: 1 } },
    { fields: { organisationId: 1, attemptId: 1 } },
    { fields: { organisationId: 1, resourceLinkId: 1, createdAt: 1, id: 1 } },
    { fields: { organisationId: 1, state: 1, createdAt: 1, id: 1 } },
    { fields: { state: 1, nextAt: 1, createdAt: 1 } },
    { fields: { leasedId: 1 } },
  ],
});

export const personSettings = defineCollection({
  name: 'personSettings',
  key: ['organisationId', 'resourceLinkId', 'personId'],
  fields: {
    ...texts('organisationId', 'resourceLinkId', 'personId'),
    withHelper: required(Boolean),
    isStaff: required(Boolean),
    accessNeeds: required([String]),
    form: nullable(String),
    ...numbers('attemptsUpTo', 'revision', 'updatedAt'),
  },
  indexes: [],
});

export const groupMemberships = defineCollection({
  name: 'groupMemberships',
  key: ['organisationId', 'resourceLinkId', 'personId'],
  fields: {
    ...texts('organisationId', 'resourceLinkId', 'personId'),
    groupIds: required([String]),
    reach: required(String),
    askedAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, resourceLinkId: 1, personId: 1 } }],
});

export const groupSettings = defineCollection({
  name: 'groupSettings',
  key: ['organisationId', 'resourceLinkId', 'groupId'],
  fields: {
    ...texts('organisationId', 'resourceLinkId', 'groupId'),
    withHelper: required(Boolean),
    accessNeeds: required([String]),
    ...numbers('extraAttempts', 'revision', 'updatedAt'),
  },
  indexes: [{ fields: { organisationId: 1, resourceLinkId: 1, groupId: 1 } }],
});

export const staffNotes = defineCollection({
  name: 'staffNotes',
  key: ['organisationId', 'attemptId', 'kind'],
  fields: {
    ...texts('organisationId', 'attemptId', 'kind', 'personId'),
    sealedText: nullable(String),
    ...numbers('revision', 'updatedAt'),
  },
  indexes: [],
});

export const reviewRequests = defineCollection({
  name: 'reviewRequests',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'attemptId', 'personId', 'resourceLinkId'),
    askedAt: required(Number),
    sealedText: nullable(String),
    answeredAt: nullable(Number),
    sealedAnswer: nullable(String),
    place: required(String),
  },
  indexes: [
    { fields: { place: 1 }, unique: true },
    { fields: { organisationId: 1, attemptId: 1, askedAt: 1, _id: 1 } },
    { fields: { organisationId: 1, resourceLinkId: 1, answeredAt: 1, askedAt: 1, _id: 1 } },
  ],
});
