import { z } from 'zod';
import type { Background } from '../ports/backgrounds.ts';

export const backgroundRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  personId: z.string(),
  sealed: z.string(),
  revision: z.number(),
}) satisfies z.ZodType<Background>;
