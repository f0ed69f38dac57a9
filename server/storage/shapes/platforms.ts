import { z } from 'zod';
import type { Deployment, Platform, Registration } from '../ports/platforms.ts';
import { platformFamily } from './values.ts';

export const platformRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  ref: z.string(),
  name: z.string(),
  origins: z.array(z.string()).readonly(),
  privateHosts: z.array(z.string()).readonly(),
  createdAt: z.number(),
}) satisfies z.ZodType<Platform>;

export const registrationRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  authorizationUrl: z.string(),
  tokenUrl: z.string(),
  keySetUrl: z.string(),
  family: platformFamily.nullable(),
  active: z.boolean(),
  createdAt: z.number(),
}) satisfies z.ZodType<Registration>;

export const deploymentRow = z.object({
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  deploymentId: z.string(),
  status: z.enum(['approved', 'pending', 'revoked']),
  studyId: z.string(),
  createdAt: z.number(),
}) satisfies z.ZodType<Deployment>;
