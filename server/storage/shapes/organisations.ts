import { z } from 'zod';
import { ResourceListSchema } from '../../../scenarios/schema/resources.ts';
import type { AuditRow } from '../ports/audit.ts';
import type { Invitation } from '../ports/invitations.ts';
import type { Organisation, Study } from '../ports/organisations.ts';
import type { ResourceList } from '../ports/resources.ts';

export const organisationRow = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<Organisation>;

export const studyRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  sealedKey: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<Study>;

export const invitationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  secretHash: z.string(),
  platformName: z.string(),
  platformId: z.string().nullable(),
  expectedHost: z.string().nullable(),
  withNames: z.boolean(),
  privateHosts: z.array(z.string()).readonly(),
  createdAt: z.number(),
  expiresAt: z.number(),
  state: z.enum(['open', 'in-use', 'used']),
  registrationId: z.string().nullable(),
}) satisfies z.ZodType<Invitation>;

export const auditRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  at: z.number(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
}) satisfies z.ZodType<AuditRow>;

export const resourceListRow = z.object({
  organisationId: z.string(),
  resources: ResourceListSchema,
  loadedAt: z.number(),
}) satisfies z.ZodType<ResourceList>;
