import { z } from 'zod';
import { dimensions } from '../../../scenarios/kit/dimensions.ts';
import type { GradeIntent, GradeRow } from '../ports/grades.ts';
import { platformFamily } from './values.ts';

export const intentFields = z.object({
  id: z.string(),
  organisationId: z.string(),
  attemptId: z.string(),
  personId: z.string(),
  registrationId: z.string(),
  resourceLinkId: z.string(),
  family: platformFamily,
  lineItemUrl: z.string(),
  dimension: z.enum(dimensions).nullable(),
  score: z.number(),
  comment: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<Omit<GradeIntent, 'dueAt'>>;

export const gradeRow = intentFields.extend({
  state: z.enum(['pending', 'sent', 'failed', 'withdrawn']),
  tries: z.number(),
  nextAt: z.number(),
  sentAt: z.number().nullable(),
  lastError: z.string(),
  sameError: z.number(),
  pendingSince: z.number(),
  lastPostAt: z.number().nullable(),
  takenAttemptId: z.string().nullable(),
  // Missing in rows of earlier versions.
  shownScore: z.number().nullable().default(null),
}) satisfies z.ZodType<GradeRow>;
