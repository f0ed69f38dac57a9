import { z } from 'zod';
import type { ActivitySettings, LoginState, SelectionSettings } from '../ports/launches.ts';
import type { OneTimeCode } from '../ports/sessions.ts';
import { language } from './values.ts';

export const loginStateRow = z.object({
  stateHash: z.string(),
  nonce: z.string(),
  organisationId: z.string(),
  registrationId: z.string(),
  targetLinkUri: z.string(),
  browserHash: z.string(),
  storageTarget: z.string().nullable(),
  createdAt: z.number(),
  expiresAt: z.number(),
}) satisfies z.ZodType<LoginState>;

export const activitySettings = z.object({
  form: z.string().nullable(),
  scenes: z.array(z.string()).readonly().nullable(),
  attempts: z.number().nullable(),
  language: language.nullable(),
  dimensionItems: z.boolean(),
  activity: z.string().nullable(),
}) satisfies z.ZodType<ActivitySettings>;

export const selectionSettings = z.object({
  returnUrl: z.string(),
  acceptTypes: z.array(z.string()).readonly(),
  acceptMultiple: z.boolean(),
  acceptLineItem: z.boolean(),
  data: z.string().nullable(),
}) satisfies z.ZodType<SelectionSettings>;

export const codeRow = z.object({
  codeHash: z.string(),
  organisationId: z.string(),
  launchId: z.string(),
  expiresAt: z.number(),
}) satisfies z.ZodType<OneTimeCode>;
