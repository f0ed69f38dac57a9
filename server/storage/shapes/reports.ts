import { z } from 'zod';

export const reviewRequestRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  attemptId: z.string(),
  personId: z.string(),
  resourceLinkId: z.string(),
  askedAt: z.number(),
  sealedText: z.string().nullable(),
  answeredAt: z.number().nullable(),
  sealedAnswer: z.string().nullable(),
});

export const staffNoteRow = z.object({
  organisationId: z.string(),
  attemptId: z.string(),
  kind: z.enum(['level', 'validity']),
  personId: z.string(),
  sealedText: z.string().nullable(),
  revision: z.number(),
  updatedAt: z.number(),
});
