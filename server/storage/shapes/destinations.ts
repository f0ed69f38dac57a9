import { z } from 'zod';
import type { Destination } from '../ports/destinations.ts';

export const destinationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  endpoint: z.string(),
  sealedCredentials: z.string(),
  purpose: z.enum(['operational', 'research']),
  tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  version: z.enum(['1.0.3', '2.0.0']),
  status: z.enum(['active', 'paused']),
  pausedBecause: z.string(),
  notBefore: z.number(),
  failures: z.number(),
  origin: z.enum(['settings', 'operator']),
  batchCount: z.number(),
  batchBytes: z.number(),
  lanes: z.number(),
  createdAt: z.number(),
}) satisfies z.ZodType<Destination>;
