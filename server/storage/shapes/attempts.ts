import { z } from 'zod';
import { adaptations } from '../../../scenarios/measurement/adaptations.ts';
import { effortFlags } from '../../../scenarios/kit/effort-flags.ts';
import { invalidReasons, type LogEntry, type SceneChoice } from '../../../scenarios/kit/log.ts';
import type { Estimate, Level, Measure } from '../../../scenarios/kit/measurement-types.ts';
import type { Attempt, AttemptProgress, SceneProgress, StatementRow, Validity } from '../ports/attempts.ts';
import { accessNeed, language } from './values.ts';

export const attemptFields = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  studyId: z.string(),
  personId: z.string(),
  resourceLinkId: z.string(),
  practice: z.boolean(),
  number: z.number(),
  seed: z.number(),
  form: z.string(),
  bankVersion: z.number(),
  createdAt: z.number(),
}) satisfies z.ZodType<Attempt>;

const sceneChoice: z.ZodType<SceneChoice> = z.union([
  z.object({ by: z.enum(['core', 'touch-first']) }),
  z.object({
    by: z.literal('information'),
    narrowedBy: z.array(z.enum(['win', 'reading', 'balance'])),
    best: z.array(z.object({ scenario: z.string(), worth: z.number() })),
    draw: z.number(),
  }),
]);

const sceneProgress: z.ZodType<SceneProgress> = z.object({
  sceneId: z.string(),
  scenario: z.string(),
  worldVersion: z.number(),
  scoringVersion: z.number(),
  status: z.enum(['waiting', 'open', 'done', 'skipped', 'left']),
  fromSeq: z.number(),
  spent: z.number().exactOptional(),
  eased: z.boolean().exactOptional(),
  choice: sceneChoice.exactOptional(),
});

const level: z.ZodType<Level> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const estimateFields = z.object({
  theta: z.number(),
  se: z.number(),
  band: z.tuple([z.number(), z.number()]),
  levelShares: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  level,
  between: level.nullable(),
  items: z.number(),
}) satisfies z.ZodType<Estimate>;

const measure: z.ZodType<Measure> = z.object({
  bankVersion: z.number(),
  scenes: z.number(),
  overall: estimateFields.extend({
    score: z.number(),
    scoreBand: z.tuple([z.number(), z.number()]),
    wle: z.object({ theta: z.number(), se: z.number() }),
  }),
  dimensions: z.object({
    OUT: estimateFields.exactOptional(),
    INF: estimateFields.exactOptional(),
    COM: estimateFields.exactOptional(),
    PRO: estimateFields.exactOptional(),
    SEC: estimateFields.exactOptional(),
    RES: estimateFields.exactOptional(),
  }),
});

const validity: z.ZodType<Validity> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('valid') }),
  z.object({
    state: z.literal('invalid'),
    reason: z.enum(invalidReasons),
    at: z.number(),
    logSeq: z.number(),
  }),
]);

/** Fields missing in rows of earlier versions. */
export const addedToProgress = {
  launchId: '',
  pool: null,
  helperOffer: null,
  measure: null,
  adaptations: [],
  endedAt: null,
  isReopened: false,
  validity: { state: 'valid' },
  heldFor: [],
  accessNeeds: [],
} as const satisfies Partial<AttemptProgress>;

export const attemptProgress: z.ZodType<AttemptProgress> = z.object({
  head: z.number(),
  status: z.enum(['open', 'paused', 'finished', 'abandoned']),
  language,
  noticeVersion: z.string().nullable(),
  research: z.enum(['not-asked', 'given', 'refused', 'withdrawn']),
  epoch: z.number(),
  writer: z.string(),
  launchId: z.string().default(addedToProgress.launchId),
  openedAt: z.number(),
  openedTMs: z.number(),
  actionSeq: z.number(),
  lastAt: z.number(),
  scenes: z.array(sceneProgress),
  pool: z.array(z.string()).nullable().default(addedToProgress.pool),
  helperOffer: z.enum(['due', 'accepted', 'declined']).nullable().default(addedToProgress.helperOffer),
  measure: measure.nullable().default(addedToProgress.measure),
  adaptations: z.array(z.enum(adaptations)).default([...addedToProgress.adaptations]),
  score: z.number().nullable(),
  endedAt: z.number().nullable().default(addedToProgress.endedAt),
  isReopened: z.boolean().default(addedToProgress.isReopened),
  validity: validity.default(addedToProgress.validity),
  heldFor: z.array(z.enum(effortFlags)).default([...addedToProgress.heldFor]),
  accessNeeds: z.array(accessNeed).default([...addedToProgress.accessNeeds]),
});

/** Created once: creating a schema costs far more than using it. */
const entryHead = z.object({ logSeq: z.number(), at: z.number(), kind: z.string() });

/** Checks only what storage relies on. */
export const logEntry = z.custom<LogEntry>((value) => entryHead.safeParse(value).success);

export const statementFields = z.object({
  id: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  attemptId: z.string(),
  logSeq: z.number(),
  part: z.number(),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  bytes: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<StatementRow>;
