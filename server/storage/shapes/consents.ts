import { z } from 'zod';
import type { Consent } from '../ports/consents.ts';

export const consentRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  studyId: z.string(),
  personId: z.string(),
  sealed: z.string(),
  revision: z.number(),
}) satisfies z.ZodType<Consent>;
