import { z } from 'zod';

const localeSchema = z.enum(['fr_ca', 'en']);

const activitySchema = z.object({
  cmid: z.int(),
  resourceLinkId: z.int(),
  courseId: z.int(),
  title: z.string(),
  description: z.string(),
  url: z.string().nullable(),
  custom: z.record(z.string(), z.string()),
  graded: z.boolean(),
  /** Resource links, newest first. */
  copiedFrom: z.array(z.int()).default([]),
});

const courseCopySchema = z.object({
  id: z.int(),
  /** Courses, newest first. */
  origins: z.array(z.int()).min(1),
});

const noticeHandlerSchema = z.object({ noticeType: z.string(), handler: z.string() });

const lineItemSchema = z.object({
  id: z.int(),
  courseId: z.int(),
  resourceLinkId: z.int().nullable(),
  /** Made by the LMS, not by the tool's POST; its time rule differs. */
  ofActivity: z.boolean(),
  label: z.string(),
  scoreMaximum: z.number(),
  resourceId: z.string(),
  tag: z.string(),
  /** False: only teachers see the grades. */
  gradesReleased: z.boolean().default(true),
  submissionReview: z
    .object({ url: z.string().optional(), custom: z.record(z.string(), z.string()).optional() })
    .nullable(),
});

const gradeSchema = z.object({
  itemId: z.int(),
  userId: z.int(),
  /** On the item's scale; null if the tool cleared it. */
  points: z.number().nullable(),
  comment: z.string(),
  receivedAtMs: z.number().nullable(),
  stampedAtMs: z.number().nullable(),
  override: z.object({ points: z.number(), comment: z.string() }).nullable(),
  locked: z.boolean(),
  submissions: z.int().default(0),
});

const toolSchema = z.object({
  clientId: z.string(),
  deploymentId: z.string(),
  name: z.string(),
  loginUrl: z.string(),
  redirectUris: z.array(z.string()),
  targetLinkUri: z.string(),
  deepLinkingUri: z.string(),
  keySetUrl: z.string(),
  shareNames: z.boolean(),
  custom: z.record(z.string(), z.string()).default({}),
  isActive: z.boolean(),
  /** False: only "preconfigured". */
  inChooser: z.boolean().default(true),
  description: z.string().default(''),
});

export const storedStateSchema = z.object({
  version: z.literal(1),
  /** Newest first; the first signs. */
  keys: z.array(z.object({ kid: z.string(), privateJwk: z.record(z.string(), z.unknown()) })).min(1),
  courseLanguages: z.record(z.string(), localeSchema.nullable()),
  activities: z.array(activitySchema),
  lineItems: z.array(lineItemSchema),
  grades: z.array(gradeSchema),
  tools: z.array(toolSchema).default([]),
  courseCopies: z.array(courseCopySchema).default([]),
  noticeHandlers: z.array(noticeHandlerSchema).default([]),
  hasExamples: z.boolean().default(false),
  nextId: z.int(),
});

/** Moodle's codes, not BCP 47. */
export type Locale = z.infer<typeof localeSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type CourseCopy = z.infer<typeof courseCopySchema>;
export type LineItem = z.infer<typeof lineItemSchema>;
export type RegisteredTool = z.infer<typeof toolSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type StoredState = z.infer<typeof storedStateSchema>;
