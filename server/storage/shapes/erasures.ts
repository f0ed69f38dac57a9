import { z } from 'zod';
import type { Erasure } from '../ports/erasures.ts';
import type { Voiding } from '../ports/voidings.ts';

export const erasureRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  kind: z.enum(['person', 'attempts', 'withdrawal']),
  requestedBy: z.enum(['person', 'operator', 'worker']),
  at: z.number(),
  counts: z.record(z.string(), z.number()),
  subject: z
    .object({
      personId: z.string(),
      attempts: z.array(z.object({ id: z.string(), studyId: z.string() })),
    })
    .nullable(),
  sweepAt: z.number().nullable(),
}) satisfies z.ZodType<Erasure>;

export const voidingRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  destinationId: z.string(),
  erasureId: z.string(),
  bytes: z.string(),
  state: z.enum(['pending', 'sent', 'refused']),
  tries: z.number(),
  nextAt: z.number(),
  lastError: z.string(),
  holder: z.string().nullable(),
  leasedUntil: z.number(),
}) satisfies z.ZodType<Voiding>;
