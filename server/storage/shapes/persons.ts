import { z } from 'zod';

export const personRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  deploymentId: z.string(),
  subject: z.string(),
  sealedKey: z.string(),
  createdAt: z.number(),
});

export const resourceLinkRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  deploymentId: z.string(),
  contextId: z.string(),
  resourceLinkId: z.string(),
  title: z.string(),
  updatedAt: z.number(),
});

export const deploymentRow = z.object({
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  deploymentId: z.string(),
  status: z.enum(['approved', 'pending']),
  studyId: z.string(),
  createdAt: z.number(),
});
