import { z } from 'zod';
import type { LaunchGroups } from '../../../lti/launch/groups.ts';
import type { HeldLaunch } from '../../../lti/launch/held-launch.ts';
import type { LoginState } from '../../../lti/launch/login.ts';
import type { ActivitySettings, Launch, LaunchSelection } from '../ports/launches.ts';
import type { OneTimeCode, Session } from '../ports/sessions.ts';
import { gradeKind, groupReach, language, platformFamily } from './values.ts';

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

export const heldLaunchRow = z.object({
  idHash: z.string(),
  organisationId: z.string(),
  login: loginStateRow,
  sealedPost: z.string(),
  expiresAt: z.number(),
}) satisfies z.ZodType<HeldLaunch>;

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
  // Missing in rows of earlier versions, as the grade.
  title: z.string().default(''),
  grade: gradeKind.nullable().default(null),
}) satisfies z.ZodType<LaunchSelection>;

export const groupAccess = z.object({
  own: z.array(z.string()).readonly().nullable(),
  namesUrl: z.string().nullable(),
  reach: groupReach,
}) satisfies z.ZodType<LaunchGroups>;

export const launchRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  platformId: z.string(),
  registrationId: z.string(),
  deploymentId: z.string(),
  studyId: z.string(),
  message: z.enum(['resource-link', 'deep-linking', 'submission-review']),
  personId: z.string().nullable(),
  resourceLinkId: z.string().nullable(),
  contextId: z.string(),
  role: z.enum(['learner', 'staff']),
  testUser: z.boolean(),
  practice: z.boolean(),
  language,
  documentTarget: z.enum(['iframe', 'window', 'frame']).nullable(),
  returnUrl: z.string().nullable(),
  lineItemUrl: z.string().nullable(),
  lineItemsUrl: z.string().nullable(),
  membershipsUrl: z.string().nullable(),
  family: platformFamily,
  settings: activitySettings,
  selection: selectionSettings.nullable(),
  groupAccess: groupAccess.nullable().default(null),
  reviewedPersonId: z.string().nullable(),
  createdAt: z.number(),
}) satisfies z.ZodType<Launch>;

export const codeRow = z.object({
  codeHash: z.string(),
  organisationId: z.string(),
  launchId: z.string(),
  expiresAt: z.number(),
}) satisfies z.ZodType<OneTimeCode>;

export const sessionRow = z.object({
  id: z.string(),
  organisationId: z.string(),
  launchId: z.string(),
  accessHash: z.string(),
  accessExpiresAt: z.number(),
  previousAccessHash: z.string(),
  previousAccessExpiresAt: z.number(),
  refreshHash: z.string(),
  previousRefreshHash: z.string(),
  previousRefreshUntil: z.number(),
  idleExpiresAt: z.number(),
  absoluteExpiresAt: z.number(),
  revoked: z.boolean(),
}) satisfies z.ZodType<Session>;
