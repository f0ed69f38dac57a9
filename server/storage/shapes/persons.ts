import { z } from 'zod';
import { comfortSettings } from '../../contract/comfort.ts';
import type { Comfort } from '../ports/comfort.ts';
import type { GroupSettings } from '../ports/group-settings.ts';
import type { GroupMembership } from '../ports/groups.ts';
import type { PersonSettings } from '../ports/person-settings.ts';
import { activitySettings } from './launches.ts';
import { accessNeed, gradeKind, groupReach } from './values.ts';

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
  // Missing in rows of earlier versions, as the next two.
  grade: gradeKind.nullable().default(null),
  settings: activitySettings.nullable().default(null),
  columnUrl: z.string().nullable().default(null),
  updatedAt: z.number(),
});

export const personSettingsRow = z.object({
  organisationId: z.string(),
  resourceLinkId: z.string(),
  personId: z.string(),
  withHelper: z.boolean(),
  accessNeeds: z.array(accessNeed),
  form: z.string().nullable(),
  attemptsUpTo: z.number(),
  // Missing in rows of earlier versions.
  isStaff: z.boolean().default(false),
  revision: z.number(),
  updatedAt: z.number(),
}) satisfies z.ZodType<PersonSettings>;

export const comfortRow = z.object({
  organisationId: z.string(),
  personId: z.string(),
  settings: comfortSettings,
  revision: z.number(),
  updatedAt: z.number(),
}) satisfies z.ZodType<Comfort>;

export const groupMembershipRow = z.object({
  organisationId: z.string(),
  resourceLinkId: z.string(),
  personId: z.string(),
  groupIds: z.array(z.string()),
  reach: groupReach,
  askedAt: z.number(),
}) satisfies z.ZodType<GroupMembership>;

export const groupSettingsRow = z.object({
  organisationId: z.string(),
  resourceLinkId: z.string(),
  groupId: z.string(),
  withHelper: z.boolean(),
  accessNeeds: z.array(accessNeed),
  extraAttempts: z.number(),
  revision: z.number(),
  updatedAt: z.number(),
}) satisfies z.ZodType<GroupSettings>;
