import { defineCollection, nested, nullable, required } from './define-collection.ts';

const estimate = {
  theta: required(Number),
  se: required(Number),
  band: required([Number]),
  levelShares: required([Number]),
  level: required(Number),
  between: nullable(Number),
  items: required(Number),
};

const dimension = nullable(nested(estimate));

const measure = nested({
  bankVersion: required(Number),
  scenes: required(Number),
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
  sceneId: required(String),
  scenario: required(String),
  worldVersion: required(Number),
  scoringVersion: required(Number),
  status: required(String),
  fromSeq: required(Number),
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
  status: required(String),
  language: required(String),
  noticeVersion: nullable(String),
  research: required(String),
  epoch: required(Number),
  writer: required(String),
  launchId: required(String),
  openedAt: required(Number),
  openedTMs: required(Number),
  actionSeq: required(Number),
  lastAt: required(Number),
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
  accessNeeds: required([String]),
});

const statement = nested({
  id: required(String),
  organisationId: required(String),
  studyId: required(String),
  attemptId: required(String),
  logSeq: required(Number),
  part: required(Number),
  tier: required(Number),
  bytes: required(String),
  createdAt: required(Number),
});

const gradeIntent = {
  id: required(String),
  organisationId: required(String),
  attemptId: required(String),
  personId: required(String),
  registrationId: required(String),
  resourceLinkId: required(String),
  family: required(String),
  lineItemUrl: required(String),
  dimension: nullable(String),
  score: required(Number),
  comment: required(String),
  createdAt: required(Number),
};

const batch = {
  organisationId: required(String),
  attemptId: required(String),
  studyId: required(String),
  fromSeq: required(Number),
  head: required(Number),
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
    id: required(String),
    organisationId: required(String),
    platformId: required(String),
    registrationId: required(String),
    studyId: required(String),
    personId: required(String),
    resourceLinkId: required(String),
    practice: required(Boolean),
    number: required(Number),
    seed: required(Number),
    form: required(String),
    bankVersion: required(Number),
    createdAt: required(Number),
    head: required(Number),
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
  ],
});

export const grades = defineCollection({
  name: 'grades',
  key: ['organisationId', 'personId', 'lineItemUrl'],
  fields: {
    ...gradeIntent,
    state: required(String),
    tries: required(Number),
    nextAt: required(Number),
    sentAt: nullable(Number),
    lastError: required(String),
    sameError: required(Number),
    pendingSince: required(Number),
    lastPostAt: nullable(Number),
    takenAttemptId: nullable(String),
    holder: nullable(String),
    leasedId: nullable(String),
    leasedUntil: required(Number),
    revision: required(Number),
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
    organisationId: required(String),
    resourceLinkId: required(String),
    personId: required(String),
    withHelper: required(Boolean),
    accessNeeds: required([String]),
    form: nullable(String),
    attemptsUpTo: required(Number),
    revision: required(Number),
    updatedAt: required(Number),
  },
  indexes: [],
});

export const staffNotes = defineCollection({
  name: 'staffNotes',
  key: ['organisationId', 'attemptId', 'kind'],
  fields: {
    organisationId: required(String),
    attemptId: required(String),
    kind: required(String),
    personId: required(String),
    sealedText: nullable(String),
    revision: required(Number),
    updatedAt: required(Number),
  },
  indexes: [],
});

export const reviewRequests = defineCollection({
  name: 'reviewRequests',
  key: ['id'],
  fields: {
    id: required(String),
    organisationId: required(String),
    attemptId: required(String),
    personId: required(String),
    resourceLinkId: required(String),
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
