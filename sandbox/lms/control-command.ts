import { z } from 'zod';
import { copyWaysSchema } from './copies.ts';
import { groupWaysSchema } from './group-ways.ts';
import { profileNames } from './profiles.ts';
import { selectionSettingsSchema } from './selection-settings.ts';
import { rosterWaysSchema } from './roster-ways.ts';

const count = z.int().min(0).max(10_000);
const serviceSchema = z.enum(['token', 'lineitems', 'scores', 'results', 'roster']);

const tokenChangeSchema = z.object({
  signature: z.enum(['platform', 'none', 'hs256', 'stranger']).default('platform'),
  header: z.record(z.string(), z.unknown()).default({}),
  /** Claims to add or replace; null removes one. */
  claims: z.record(z.string(), z.unknown()).default({}),
});

const storageSettingSchema = z.object({
  /** Who stores values: nobody, the course page, or a hidden frame in it. */
  mode: z.enum(['none', 'parent', 'frame']),
  /** Message prefix; older LMSs use the longer one. */
  spelling: z.enum(['lti.', 'org.imsglobal.lti.']).default('lti.'),
  /** JSON text, as Sakai sends. */
  asText: z.boolean().default(false),
  /** If not, the tool asks the page. */
  announced: z.boolean().default(true),
  /** Announced but missing, or in a frame of another origin. */
  fault: z.enum(['silent', 'other-origin']).nullable().default(null),
});

export const controlCommandSchema = z.discriminatedUnion('command', [
  /** The next `count` calls (of one service or any) return a status and do nothing. */
  z.object({
    command: z.literal('failNext'),
    count,
    status: z.int().min(400).max(599),
    service: serviceSchema.optional(),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
  }),
  /** While down, service calls are cut without a response. */
  z.object({ command: z.literal('setDown'), down: z.boolean() }),
  z.object({ command: z.literal('setDelay'), delayMs: z.int().min(0).max(120_000) }),
  z.object({ command: z.literal('cutAfterScore'), count }),
  z.object({
    command: z.literal('setKeySet'),
    down: z.boolean(),
    delayMs: z.int().min(0).max(120_000).default(0),
  }),
  /** While blocked, the tool's key set is not fetched; the cache is emptied. */
  z.object({ command: z.literal('blockToolKeys'), blocked: z.boolean() }),
  /** Tools that register later wait for "Tool configuration usage", as in Moodle. */
  z.object({ command: z.literal('setRegistration'), keepsOutOfChooser: z.boolean() }),
  z.object({ command: z.literal('rotateKeys'), keepOld: z.boolean() }),
  z.object({ command: z.literal('alterNextIdToken'), count: count.default(1), change: tokenChangeSchema }),
  /** Settings of the next selections; omitted ones keep their defaults. */
  selectionSettingsSchema.extend({ command: z.literal('setSelection') }),
  /** Null: the reader's language. */
  z.object({
    command: z.literal('setCourseLanguage'),
    courseId: z.int(),
    language: z.enum(['fr_ca', 'en']).nullable(),
  }),
  z.object({
    command: z.literal('overrideGrade'),
    itemId: z.int(),
    userId: z.int(),
    override: z.object({ points: z.number(), comment: z.string().max(5000) }).nullable(),
  }),
  z.object({ command: z.literal('lockGrade'), itemId: z.int(), userId: z.int(), locked: z.boolean() }),
  /** Imitates this LMS from now on; people and grades remain. */
  z.object({ command: z.literal('setProfile'), profile: z.enum(profileNames) }),
  /** Adds a framed activity with its own column; all its ids are `cmid`. */
  z.object({
    command: z.literal('addActivity'),
    cmid: z.int().min(1000).max(1_000_000),
    courseId: z.int(),
    title: z.string().min(1).max(200),
    custom: z.record(z.string().max(100), z.string().max(1000)).default({}),
  }),
  /** Within its course. */
  z.object({ command: z.literal('copyActivity'), cmid: z.int() }),
  /** With its activities, whose ids begin after `copyId`. Sends notices. */
  z.object({
    command: z.literal('copyCourse'),
    courseId: z.int(),
    copyId: z.int().min(1000).max(1_000_000),
  }),
  /** A second column on the link: later launches lose the `lineitem` claim. All its ids are `itemId`. */
  z.object({
    command: z.literal('addColumn'),
    cmid: z.int(),
    itemId: z.int().min(1000).max(1_000_000),
    tag: z.string().max(255).default(''),
    resourceId: z.string().max(255).default(''),
    /** Omitted: the activity's title. */
    label: z.string().max(200).optional(),
  }),
  z.object({ command: z.literal('removeColumn'), itemId: z.int() }),
  /** With its columns and grades; its return page then fails. */
  z.object({ command: z.literal('deleteActivity'), cmid: z.int() }),
  z.object({ command: z.literal('revokeTokens') }),
  /** Omitted ways are as in Moodle. */
  z.object({ command: z.literal('setRoster'), ways: rosterWaysSchema }),
  z.object({ command: z.literal('setGroups'), ways: groupWaysSchema }),
  z.object({ command: z.literal('setCopies'), ways: copyWaysSchema }),
  /** Takes effect with the next course page. */
  storageSettingSchema.extend({ command: z.literal('setStorage') }),
  z.object({ command: z.literal('tellExamples'), played: count, arePlaying: z.boolean() }),
  z.object({ command: z.literal('clearFaults') }),
]);

export type Service = z.infer<typeof serviceSchema>;
export type ControlCommand = z.input<typeof controlCommandSchema>;
export type CheckedCommand = z.output<typeof controlCommandSchema>;
export type StorageSetting = z.output<typeof storageSettingSchema>;
export type TokenChange = z.output<typeof tokenChangeSchema>;
